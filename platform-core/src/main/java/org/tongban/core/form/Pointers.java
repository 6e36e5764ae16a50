package org.tongban.core.form;

/** JSON pointers (RFC 6901) from names and indexes, which may hold any character. */
public final class Pointers {
    private Pointers() {}

    static String of(Iterable<?> tokens) {
        var pointer = new StringBuilder();
        for (var token : tokens) {
            pointer.append('/');
            append(pointer, token.toString());
        }
        return pointer.toString();
    }

    /** The pointer to what is called {@code name} in what {@code parent} points to, {@code ""} for the whole. */
    public static String below(String parent, String name) {
        var pointer = new StringBuilder(parent).append('/');
        append(pointer, name);
        return pointer.toString();
    }

    /** Replaces what no answer could carry, so that a hostile name does not spoil the answer that names it. */
    private static void append(StringBuilder pointer, String name) {
        for (var i = 0; i < name.length(); i++) {
            var c = name.charAt(i);
            switch (c) {
                case '~' -> pointer.append("~0");
                case '/' -> pointer.append("~1");
                default -> pointer.append(Strictness.isSpoilt(name, i) ? '\uFFFD' : c);
            }
        }
    }
}
