/** What somebody writes in a month: plain days, good ones and hard ones. The texts are the tour's own; the words in them are found again later. */
package app.ampersand.preview

/** Written [days] after the one before, at about the same hour. */
internal class Page(
    val days: Int,
    val body: String,
    val title: String? = null,
    val mood: Int? = null,
    val feelings: List<String> = emptyList(),
    val tags: List<String> = emptyList(),
    val starred: Boolean = false,
)

internal val PAGES = listOf(
    Page(0, "I want to see how my days are when I look at them. This is the first one.", "A beginning", mood = 2, feelings = listOf("hopeful")),
    Page(1, "Sam came home late. I had waited with the soup, and I was cross before the door was open. I said nothing.", mood = 1, feelings = listOf("annoyed", "drained"), tags = listOf("us")),
    Page(1, "Walked to the river before work. The air was cold and I did not think of anybody for half an hour.", mood = 3, feelings = listOf("calm"), tags = listOf("walk", "me")),
    Page(2, "My sister rang. She asked how I am, not how we are. It took me a while to find an answer.", mood = 2, tags = listOf("family")),
    Page(1, "I said yes to the weekend with his parents. My stomach said no. I noticed it only in the evening.", mood = 1, feelings = listOf("stressed"), tags = listOf("us", "no")),
    Page(1, "Told Sam that I would rather stay home one of the two days. It was quiet for a minute. Then it was fine.", "One clear ask", mood = 3, feelings = listOf("brave", "relieved"), tags = listOf("us", "no"), starred = true),
    Page(2, "Nothing much. Work, bread, bed.", feelings = listOf("okay")),
    Page(1, "Choir again after two years. I had forgotten that my voice is that low. I laughed on the way home.", mood = 4, feelings = listOf("happy", "proud"), tags = listOf("me", "friends")),
    Page(1, "We argued about the money for the car. I wanted to fix it at once. I went round the block first, and that helped.", mood = 1, feelings = listOf("worried"), tags = listOf("us")),
    Page(1, "The talk about the car went better today. We made a list. Nobody shouted.", mood = 3, feelings = listOf("relieved"), tags = listOf("us")),
    Page(2, "Slept badly. Looked at his phone lying there and left it alone.", mood = 1, feelings = listOf("anxious"), tags = listOf("us", "me")),
    Page(1, "A long walk in the rain with Mira. She said that she had missed me. I had missed me too.", "Rain", mood = 4, feelings = listOf("grateful", "joyful"), tags = listOf("walk", "friends"), starred = true),
    Page(2, "I cancelled the river walk because Sam wanted to talk. He could have waited an hour.", mood = 2, feelings = listOf("disappointed"), tags = listOf("walk", "no")),
    Page(1, "Asked for the hour today, and got it.", mood = 3, feelings = listOf("confident"), tags = listOf("no")),
    Page(1, "Tea with my sister. We talked about our mother, who always asked what everybody else would like.", mood = 2, feelings = listOf("sad", "peaceful"), tags = listOf("family")),
    Page(2, "A day that was all mine: market, bath, a book to the end.", mood = 4, feelings = listOf("content"), tags = listOf("me")),
    Page(1, "Sam was low. I wanted to make it go away. I sat beside him and let it be his.", mood = 2, feelings = listOf("worried", "calm"), tags = listOf("us")),
    Page(1, "He thanked me for yesterday. I had done so little, I thought. Perhaps that was it.", mood = 3, feelings = listOf("surprised", "happy"), tags = listOf("us"), starred = true),
    Page(2, "Choir. The alto beside me hums when she reads. I look forward to it all week.", mood = 4, feelings = listOf("happy"), tags = listOf("me", "friends")),
    Page(1, "I read what I wrote this month. There are more walks in it than I thought.", "Looking back", mood = 3, feelings = listOf("peaceful"), tags = listOf("me")),
)
