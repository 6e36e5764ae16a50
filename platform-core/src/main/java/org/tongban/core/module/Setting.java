package org.tongban.core.module;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A property of the configuration (CO-81). What reads it, what stops the start because of it and what is documented of it
 * all follow from here.
 *
 * @param name its name; a part that is chosen freely stands in angle brackets: {@code platform.modules.<id>.enabled}
 * @param kind what its value must be
 * @param fallback what holds where nothing is set; null where nothing does
 * @param variable the variable of the environment that sets it; null where none does by a name of its own
 * @param required whether the variable must be there
 * @param about what it is for, an English sentence without its end
 */
public record Setting(
        String name,
        Kind kind,
        @Nullable String fallback,
        @Nullable String variable,
        boolean required,
        String about) {
    private static final Pattern FREE_PART = Pattern.compile("<[a-z-]+>");

    /** What a value can be. */
    public enum Kind {
        TEXT("text", ".*"),
        /** Shown by nothing, not even by the refusal of a bad one. */
        SECRET("secret", ".*"),
        YES_NO("`true` or `false`", "true|false"),
        /** Zero and up. */
        WHOLE_NUMBER("whole number", "\\d{1,9}"),
        /** One and up. */
        COUNT("whole number from 1", "0{0,8}[1-9]\\d{0,8}"),
        PORT("port", "-1|\\d{1,4}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5]"),
        /** More than zero. */
        DURATION(
                "duration of more than zero, say `500ms`, `5s`, `15m`, `1h`, `14d`",
                "(?=.*[1-9])(\\d{1,9}(ms|[smhd])|PT?\\d[\\dA-Z.]*)"),
        TIME_OF_DAY("time of the day, say `21:00`", "([01]\\d|2[0-3]):[0-5]\\d"),
        LOG_FORMAT("`json` or `text`", "json|text"),
        SIZE("bytes, say `512KB`, `1MB`", "\\d{1,9}([KMG]B)?"),
        ADDRESS("address, `http://…` or `https://…`", "https?://[^/\\s]+(/\\S*)?");

        private final String words;
        private final Pattern form;

        Kind(String words, String form) {
            this.words = words;
            this.form = Pattern.compile(form, Pattern.DOTALL);
        }

        /** What a value is, in English. */
        public String words() {
            return words;
        }

        /** Whether a text can be read as a value of this kind. */
        public boolean accepts(String value) {
            return form.matcher(value).matches();
        }
    }

    /** A setting that holds {@code fallback} unless the configuration says otherwise. */
    public static Setting of(String name, Kind kind, String fallback, String about) {
        return new Setting(name, kind, fallback, null, false, about);
    }

    /** A setting that nothing stands in for. */
    public static Setting unset(String name, Kind kind, String about) {
        return new Setting(name, kind, null, null, false, about);
    }

    /** The same setting, given by a variable of the environment. */
    public Setting from(String variableName) {
        return new Setting(name, kind, fallback, variableName, false, about);
    }

    /** The same setting, given by a variable without which nothing starts. */
    public Setting demandedFrom(String variableName) {
        return new Setting(name, kind, fallback, variableName, true, about);
    }

    /** What stands before the part that is chosen freely, without the point; empty where no part is. */
    List<String> aroundFreePart() {
        return FREE_PART.matcher(name).find() ? List.of(FREE_PART.split(name, -1)) : List.of();
    }
}
