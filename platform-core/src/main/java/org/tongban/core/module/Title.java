package org.tongban.core.module;

/** A text in the two languages of the platform, zh-CN and en (CO-10). */
public record Title(String zh, String en) {
    /** The text for {@code language}: English for {@code en}, else Chinese, the default of CO-10. */
    public String in(Language language) {
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
        };
    }
}
