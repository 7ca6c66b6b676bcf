//! A document as a page of HTML: one file, without a script, a picture or an address, ready to be printed.
//!
//! Every text is escaped, whoever wrote it. A policy of its own forbids the page to load or to run anything, should a
//! reader ever see a mark where none is.

use super::document::{Block, Document, Section};

const STYLE: &str = "\
:root{color-scheme:light dark}\
body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:45rem;padding:0 1rem}\
h1{font-size:1.6rem;line-height:1.2}\
h2{font-size:1.2rem;margin-top:2rem}\
h3{font-size:1rem;margin-bottom:.25rem}\
table{border-collapse:collapse;width:100%}\
caption{text-align:start;padding-bottom:.5rem}\
th,td{border-bottom:1px solid;padding:.35rem .5rem .35rem 0;text-align:start;vertical-align:top}\
p,li,td,th{overflow-wrap:anywhere}\
p{white-space:pre-line}\
@page{margin:2cm}\
@media print{:root{color-scheme:light}body{font-size:11pt;margin:0;max-width:none;padding:0}h1,h2,h3{break-after:avoid}tr,li{break-inside:avoid}thead{display:table-header-group}}";

/// The whole page.
pub(super) fn page(document: &Document) -> String {
    let Document { language, title, opening, sections } = document;
    let (language, title) = (escaped(language), escaped(title));
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
    );
    for text in opening {
        element(&mut page, "p", text);
    }
    for Section { heading, blocks } in sections {
        page.push_str("<section>\n");
        element(&mut page, "h2", heading);
        for each in blocks {
            block(&mut page, each);
        }
        page.push_str("</section>\n");
    }
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

fn block(page: &mut String, block: &Block) {
    match block {
        Block::Heading(text) => element(page, "h3", text),
        Block::Text(text) => element(page, "p", text),
        Block::List(points) => {
            page.push_str("<ul>\n");
            for point in points {
                element(page, "li", point);
            }
            page.push_str("</ul>\n");
        }
        Block::Table { caption, columns, rows } => table(page, caption, columns, rows),
    }
}

/// A table with heads that say what they are the head of: of their column, and the first cell of its row.
fn table(page: &mut String, caption: &str, columns: &[String], rows: &[Vec<String>]) {
    page.push_str("<table>\n");
    element(page, "caption", caption);
    page.push_str("<thead>\n<tr>\n");
    for head in columns {
        marked(page, "th", " scope=\"col\"", head);
    }
    page.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in rows {
        page.push_str("<tr>\n");
        for (column, cell) in row.iter().enumerate() {
            if column == 0 {
                marked(page, "th", " scope=\"row\"", cell);
            } else {
                element(page, "td", cell);
            }
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody>\n</table>\n");
}

fn element(page: &mut String, name: &str, text: &str) {
    marked(page, name, "", text);
}

/// Each element finds the direction of its own text: what a person wrote need not run as the page does.
fn marked(page: &mut String, name: &str, marks: &str, text: &str) {
    for piece in ["<", name, marks, " dir=\"auto\">", &escaped(text), "</", name, ">\n"] {
        page.push_str(piece);
    }
}

/// A text in which nothing is a mark, in an element or between quotes. Control characters but tabs and line breaks are
/// no text of HTML and are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\n' | '\t' => safe.push(sign),
            _ if sign.is_control() => {}
            _ => safe.push(sign),
        }
    }
    safe
}
