package org.tongban.checks;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A pattern that no line of some files may match, and why. */
public record LineRule(String reason, Pattern forbidden, Predicate<SourceFile> applies) {
    private static final String DOCUMENTS_AND_SOURCES =
            ".*\\.(java|xml|md|sql|ya?ml|properties|json|hbs|html|css|js|mjs|ts|sh|py|toml|conf|txt)|(.*/)?[^./]+";

    // Written in pieces, so that this file keeps its own rules.
    static final LineRule NO_MACHINE_PATH = new LineRule(
            "a path of one machine means nothing on another",
            Pattern.compile("(?<![\\w.}/-])/(?:home|root|work|Users)/\\w|\\b[A-Z]:\\\\Users\\b"),
            source -> source.path().matches(DOCUMENTS_AND_SOURCES));

    static final LineRule NO_UNFINISHED_WORK = new LineRule(
            "what is not done does not stand in the tree as if it were",
            Pattern.compile("\\b(?:TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK|WI" + "P|TB" + "D)\\b"
                    + "|(?i:not (?:yet )?imple" + "mented|coming so" + "on|lorem ip" + "sum)"),
            source -> source.path().matches(DOCUMENTS_AND_SOURCES)
                    && !source.name().equals("package-lock.json"));

    static final LineRule NO_SLEEP = new LineRule(
            "wait for the condition, not for a while",
            Pattern.compile("^(?!\\s*(?:\\*|//|/\\*)).*\\b(?:Thread|TimeUnit\\.[A-Z]+)\\.sleep\\("),
            SourceFile::isJava);

    static final LineRule NO_CLOCK_BUT_OURS = new LineRule(
            "the time comes from org.tongban.core.time, where a test can set it",
            Pattern.compile("^(?!\\s*(?:\\*|//|/\\*)).*(?:\\bSystem\\.currentTimeMillis\\("
                    + "|\\b(?:Instant|Local(?:Date|Time|DateTime)|(?:Zoned|Offset)DateTime|OffsetTime|Year|YearMonth"
                    + "|MonthDay)\\.now\\(|\\bClock\\.(?:system|tick)|\\bnew Date\\(\\))"),
            // The load harness measures real time from outside, and no test sets its clock.
            source -> source.isMainJava()
                    && !source.path().contains("/org/tongban/core/time/")
                    && !source.path().startsWith("infra/bench/"));

    // Only the clock itself asks the database, and the migration, which runs before there is a clock. The load harness
    // fills its own database.
    static final LineRule NO_TIME_IN_SQL = new LineRule(
            "the time is a parameter of the statement, from org.tongban.core.time",
            Pattern.compile("^(?!\\s*(?:\\*|//|/\\*|--)).*(?:"
                    + "\\b(?i:current_(?:date|time|timestamp))\\b|\\blocaltime(?:stamp)?\\b"
                    + "|\\b(?i:(?:clock|statement|transaction)_timestamp|timeofday)\\(\\)"
                    + "|(?<![\\w.])(?i:now)\\(\\)(?!\\s*[{.]))"),
            source -> !source.path().startsWith("infra/bench/")
                    && ((source.isMainJava()
                                    && !source.path().contains("/org/tongban/core/time/")
                                    && !source.name().equals("OwnerDatabase.java"))
                            || source.path().matches(".*/src/main/.*\\.sql")));

    static final List<LineRule> ALL =
            List.of(NO_MACHINE_PATH, NO_UNFINISHED_WORK, NO_SLEEP, NO_CLOCK_BUT_OURS, NO_TIME_IN_SQL);

    /** Answers each line that breaks the rule, as path, line number and reason. */
    public List<String> violations(SourceFile source) {
        if (!applies.test(source)) {
            return List.of();
        }
        var lines = source.lines();
        return IntStream.range(0, lines.size())
                .filter(i -> forbidden.matcher(lines.get(i)).find())
                .mapToObj(i -> "%s:%d: %s: %s"
                        .formatted(source.path(), i + 1, reason, lines.get(i).strip()))
                .toList();
    }
}
