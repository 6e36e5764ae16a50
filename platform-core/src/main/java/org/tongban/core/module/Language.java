package org.tongban.core.module;

import org.jspecify.annotations.Nullable;

/** The languages the platform answers in (CO-10). */
public enum Language {
    ZH("zh-CN"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag, for {@code Content-Language} and {@code lang}. */
    public String tag() {
        return tag;
    }

    /** The language that an {@code Accept-Language} header asks for; Chinese where it names neither or is absent. */
    public static Language accepted(@Nullable String header) {
        if (header == null) {
            return ZH;
        }
        for (var range : header.split(",")) {
            var name = range.strip().toLowerCase(java.util.Locale.ROOT);
            if (name.startsWith("en")) {
                return EN;
            }
            if (name.startsWith("zh")) {
                return ZH;
            }
        }
        return ZH;
    }
}
