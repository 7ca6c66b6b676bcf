/**
 * What a shell must not do, each rule with the reason for it. The core decides, the shells show: whatever one of them worked out for itself
 * would be worked out a second time, otherwise, in the other.
 */
package app.ampersand.checks

enum class Where { CODE, TEXTS }

/** [bad] are lines the rule has to find: a rule that finds nothing any more is broken, and a test says so. [good] are lines it has to leave alone. */
class Rule(val name: String, val why: String, val where: Where, pattern: String, val bad: List<String>, val good: List<String> = emptyList()) {
    private val regex = Regex(pattern)

    /** Line and words of each place where [source] breaks the rule. */
    fun findings(source: KotlinSource): List<String> {
        val text = if (where == Where.CODE) source.code else source.texts
        return regex.findAll(text).map { match -> "${source.path}:${text.substring(0, match.range.first).count { it == '\n' } + 1}: ${match.value.trim()}" }.toList()
    }
}

/** [path] may do what [rule] forbids, because of [why]. One that is not made use of is out of date, and a test says so. */
class Exception(val rule: String, val path: String, val why: String)

val RULES = listOf(
    Rule(
        "clock", "the moment and the zone come in by nowContext() alone, so that the core never sees two different ones", Where.CODE,
        """\b(currentTimeMillis|Clock\s*\.\s*system\w+|(Local(Date|Time|DateTime)|Zoned?DateTime|OffsetDateTime|Instant|Year|YearMonth)\s*\.\s*now|java\.util\.(Date|Calendar|GregorianCalendar)|Calendar\s*\.\s*getInstance|ZoneId\s*\.\s*systemDefault|TimeZone\s*\.\s*getDefault|(?<!\w)Date\(\s*\))""",
        bad = listOf("val t = System.currentTimeMillis()", "LocalDate.now()", "Instant . now()", "ZoneId.systemDefault()", "Calendar.getInstance()", "val d = Date()"),
        good = listOf("SystemClock.elapsedRealtime()", "System.nanoTime()", "// LocalDate.now()", "val s = \"LocalDate.now()\"", "fun toDate() = x"),
    ),
    Rule(
        "date arithmetic", "days are counted by the core, in the zone the person was in", Where.CODE,
        """\b((plus|minus|with)(Nanos|Millis|Seconds|Minutes|Hours|Days|Weeks|Months|Years|DayOfMonth|DayOfYear|DayOfWeek)\b|ChronoUnit\b|ChronoField\b|TemporalAdjusters?\b|Duration\s*\.\s*between|java\.time\.(Period|Duration)\b|Period\s*\.\s*(between|of)|toEpochDay|ofEpochDay|dayOfWeek|lengthOfMonth|isLeapYear|isBefore|isAfter|86_?400(_?000)?|604_?800)""",
        bad = listOf("day.plusDays(1)", "ChronoUnit.DAYS.between(a, b)", "Duration.between(a, b)", "Period.between(a, b)", "ms / 86_400_000L", "a.isBefore(b)", "date.dayOfWeek"),
        good = listOf("LocalDate.parse(day).format(form)", "list.plus(element)", "val plus = 3"),
    ),
    Rule(
        "scoring", "scores, bands, needs and claims are worked out by the core", Where.CODE,
        """\b(sqrt|erfc?|ln|pow|average|median|variance|stdDev|standardDeviation|spearman\w*|holm\w*|proration)\s*\(|\b(val|var|fun)\s+(mean|sem|average|median|rci|variance|score|band|level|need|keyed)\b(?!\s*:\s*(String|\(|@))|[*/]\s*25(\.0)?\b|\b4\s*-\s*\w|\b(37\.5|62\.5|12\.5|66\.7|1\.28|1\.96)\b|\.sum(Of)?\b[^\n]*[)}]\s*/""",
        bad = listOf(
            "val s = sqrt(x)", "list.average()", "val mean = a", "fun score(a: Int) = a", "x * 25", "y / 25.0", "if (reversed) 4 - x else x", "score < 37.5", "p.sumOf { it.points } / 6",
        ),
        good = listOf("// the mean", "val s = \"average()\"", "estimate.score", "Band(from, to)", "fun bandWords(from: String) = from", "padding(25.dp)"),
    ),
    Rule(
        "error band", "only what draws the band may read the standard error", Where.CODE, """\.\s*sem\b""",
        bad = listOf("it.estimate.sem"), good = listOf("semantics { }", "Modifier.semantics"),
    ),
    Rule(
        "database", "what is kept, and how, is the core's", Where.CODE,
        """\b(android\.database|androidx\.(room|sqlite|datastore)|java\.sql|SQLite\w*|getSharedPreferences|PreferenceManager)\b""",
        bad = listOf("import android.database.Cursor", "context.getSharedPreferences(a, b)", "SQLiteDatabase.openDatabase()"), good = listOf("val database = 1"),
    ),
    Rule(
        "SQL", "the same, in a text", Where.TEXTS,
        """(?i)\b(select\s+.+\s+from|insert\s+(or\s+\w+\s+)?into|update\s+\w+\s+set|delete\s+from|create\s+table|pragma\s+\w+)\b""",
        bad = listOf("val q = \"SELECT body FROM entries\"", "val q = \"\"\"\n  insert into runs values (1)\n\"\"\"", "\"PRAGMA key\""),
        good = listOf("\"Pick one of the list, then update the name\"", "// SELECT a FROM b"),
    ),
    Rule(
        "log", "nothing a person wrote, answered or was shown goes into a log", Where.CODE,
        """\b(android\.util\.Log|Log\s*\.\s*[vdiwe]|println|print|printStackTrace|System\s*\.\s*(out|err)|Logger|Timber)\b""",
        bad = listOf("Log.d(tag, answer)", "println(name)", "e.printStackTrace()", "System.err.write(1)"), good = listOf("val blueprint = 1", "\"println\""),
    ),
    Rule(
        "network", "the app has no network", Where.CODE,
        """\b(java\.net|javax\.net|HttpURLConnection|openConnection|OkHttp\w*|WebView|android\.net\.(Connectivity\w+|Network\w*|http))\b""",
        bad = listOf("import java.net.URL", "WebView(context)", "url.openConnection()"), good = listOf("android.net.Uri.parse(x)"),
    ),
    Rule(
        "randomness", "ids and chance are the core's; a shell draws the device secret and nothing else", Where.CODE,
        """\b(UUID|SecureRandom|Random|Math\.random|shuffled?)\b""",
        bad = listOf("UUID.randomUUID()", "Random.nextInt()", "list.shuffled()"), good = listOf("val randomly = 1"),
    ),
    Rule(
        "alarms", "one place sets them: what the core has planned, and nothing else", Where.CODE,
        """\b(set(Exact|AndAllowWhileIdle|ExactAndAllowWhileIdle|AlarmClock|Window|Repeating|InexactRepeating)\s*\(|WorkManager\b)""",
        bad = listOf("alarms.setExact(a, b, c)", "alarms.setAndAllowWhileIdle(a, b, c)", "WorkManager.getInstance(x)"),
        good = listOf("scheduler.set(fire, at)", "alarms.canScheduleExactAlarms()", "// setExact(a)"),
    ),
    Rule(
        "notifications", "one place shows them, so that none gives anything away", Where.CODE, """\b(Notification\s*\.\s*Builder|NotificationChannel\s*\(|NotificationCompat)""",
        bad = listOf("Notification.Builder(context, id)", "NotificationChannel(id, name, 3)", "NotificationCompat.Builder(a, b)"), good = listOf("notices.post(notice)", "Notification.Action"),
    ),
    Rule(
        "words of a notification", "a short text of the catalogue is all that one may hold", Where.CODE,
        """\b(setContentText|setContentInfo|setSubText|setSettingsText|setTicker|setLargeIcon|setCustom\w*View|setRemoteInputHistory|(BigText|Messaging|Inbox)Style)\b""",
        bad = listOf("builder.setContentText(body)", "Notification.BigTextStyle()", "builder.setSubText(name)"), good = listOf("builder.setContentTitle(title)"),
    ),
    Rule(
        "open intents", "nobody may put anything into an intent that this app is started with", Where.CODE, """\bFLAG_MUTABLE\w*""",
        bad = listOf("PendingIntent.FLAG_MUTABLE", "FLAG_MUTABLE_UNAUDITED"), good = listOf("PendingIntent.FLAG_IMMUTABLE"),
    ),
    Rule(
        "sharing", "one place hands something to another app: what the person has seen whole, and nothing else", Where.CODE,
        """\b(ACTION_SEND\w*|EXTRA_(STREAM|TEXT)|FileProvider|ClipboardManager|createChooser)\b""",
        bad = listOf("Intent(Intent.ACTION_SEND)", "Intent(ACTION_SENDTO)", "intent.putExtra(Intent.EXTRA_TEXT, body)", "FileProvider.getUriForFile(a, b, c)", "Intent.createChooser(a, b)"),
        good = listOf("sharing.share(Shared.Words(text))", "sendBroadcast(intent)"),
    ),
    Rule(
        "waiting", "a thread that sleeps is a screen that hangs", Where.CODE, """\b(Thread\s*\.\s*sleep|TimeUnit\.\w+\.sleep|runBlocking)\b""",
        bad = listOf("Thread.sleep(10)", "runBlocking { }"), good = listOf("delay(10)"),
    ),
)

/** What the screens may import: they are compiled for Android and for the desktop, so they may know neither. */
val SCREENS_MAY_IMPORT = Regex(
    """^(androidx\.compose\.|kotlin\.|kotlinx\.coroutines\.|app\.ampersand\.(core|ui)\.|java\.text\.NumberFormat$|java\.util\.Locale$|java\.time\.(LocalDate|Instant|ZoneId|ZoneOffset|format\.\w+)$)""",
)

private const val GLUE = "android/core-kotlin/src/main/kotlin/app/ampersand/platform/ZoneSpans.kt"
private const val DATES = "android/ui/src/main/kotlin/app/ampersand/ui/Dates.kt"

val EXCEPTIONS = listOf(
    Exception("clock", GLUE, "this is where the clock and the zone are read"),
    Exception("date arithmetic", GLUE, "forty days back, four hundred ahead: how much of the zone's rules is handed over"),
    Exception("clock", DATES, "writes a moment as the clock on the wall shows it"),
    Exception("randomness", "android/app/src/main/kotlin/app/ampersand/app/DeviceSecret.kt", "the device secret"),
    Exception("alarms", "android/app/src/main/kotlin/app/ampersand/app/reminders/Scheduler.kt", "this is where they are set"),
    Exception("notifications", "android/app/src/main/kotlin/app/ampersand/app/reminders/Notices.kt", "this is where they are shown"),
    Exception("sharing", "android/app/src/main/kotlin/app/ampersand/app/Sharing.kt", "this is where it is handed over"),
    Exception("error band", "android/ui/src/main/kotlin/app/ampersand/ui/ScoreBar.kt", "draws the soft band, and writes it beside the number where somebody asks for it"),
    Exception("log", "android/preview/src/main/kotlin/app/ampersand/preview/Main.kt", "says where the tour's pictures are; the tour has nobody's vault"),
)
