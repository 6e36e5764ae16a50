package org.tongban.core.module;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The languages the platform answers in (CO-10). */
public enum Language {
    ZH("zh-CN"),
    EN("en");

    private static final Pattern WEIGHT = Pattern.compile("q\\s*=\\s*([01](?:\\.\\d{0,3})?)");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag, for {@code Content-Language} and {@code lang}. */
    public String tag() {
        return tag;
    }

    /**
     * The language that an {@code Accept-Language} header likes best, by its q-values and then by its order; Chinese where
     * it names neither or is absent.
     */
    public static Language accepted(@Nullable String header) {
        var best = ZH;
        double bestWeight = 0;
        for (var range : header == null ? new String[0] : header.split(",")) {
            var parts = range.toLowerCase(Locale.ROOT).split(";", -1);
            var language = named(parts[0].strip());
            double weight = weight(parts);
            if (language != null && weight > bestWeight) {
                best = language;
                bestWeight = weight;
            }
        }
        return best;
    }

    private static @Nullable Language named(String range) {
        return switch (range.split("-", 2)[0]) {
            case "zh" -> ZH;
            case "en" -> EN;
            default -> null;
        };
    }

    /** The q-value among the parameters of a range: 1 where there is none, 0 where it cannot be read. */
    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            var found = WEIGHT.matcher(parts[i].strip());
            if (found.matches()) {
                return Double.parseDouble(found.group(1));
            }
        }
        return parts.length == 1 ? 1 : 0;
    }
}
