//! A document as it is made, before it is written down: headings, texts, lists and tables.
//!
//! What can be looked at before it is shared and what is shared are made of the same values, so that neither can say
//! what the other does not.

use super::html;

/// A stretch of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A smaller heading.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// Points of a list.
    List(Vec<String>),
    /// A table.
    Table {
        /// What it shows, for somebody who hears it.
        caption: String,
        /// The heads of its columns.
        columns: Vec<String>,
        /// Its rows, each with a cell for each column.
        rows: Vec<Vec<String>>,
    },
}

/// A part of a document under a heading of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// What stands under it.
    pub blocks: Vec<Block>,
}

/// A whole document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its language, as `lang` says it.
    pub language: String,
    /// Its title.
    pub title: String,
    /// What comes before its parts.
    pub opening: Vec<String>,
    /// Its parts.
    pub sections: Vec<Section>,
}

/// A part of a document in plain lines, to look at before it is shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryPart {
    /// Its heading.
    pub heading: Option<String>,
    /// Its words, in their order.
    pub lines: Vec<String>,
}

impl Document {
    /// As a page that needs nothing beside it.
    pub fn html(&self) -> String {
        html::page(self)
    }

    /// As plain lines.
    pub fn parts(&self) -> Vec<SummaryPart> {
        let opening = SummaryPart { heading: Some(self.title.clone()), lines: self.opening.clone() };
        let part = |section: &Section| SummaryPart {
            heading: Some(section.heading.clone()),
            lines: section.blocks.iter().flat_map(Block::lines).collect(),
        };
        [opening].into_iter().chain(self.sections.iter().map(part)).collect()
    }
}

impl Block {
    fn lines(&self) -> Vec<String> {
        match self {
            Self::Heading(text) | Self::Text(text) => vec![text.clone()],
            Self::List(points) => points.clone(),
            Self::Table { columns, rows, .. } => rows.iter().map(|row| spoken(columns, row)).collect(),
        }
    }
}

/// A row as a line: its first cell, then each other one behind the head of its column.
fn spoken(columns: &[String], row: &[String]) -> String {
    let rest = columns.iter().zip(row).skip(1).filter(|(_, cell)| !cell.is_empty()).map(|(head, cell)| format!("{head}: {cell}"));
    row.first().cloned().into_iter().chain(rest).collect::<Vec<_>>().join(" · ")
}
