package org.tongban.core.form;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;

/**
 * Reads a {@code pattern} as ECMA-262 does with its {@code u} flag, as far as CO-31 allows patterns to go, so that
 * server and portal agree.
 */
final class EcmaPattern {
    private EcmaPattern() {}

    static RegularExpression compiled(String pattern) {
        var compiled = Pattern.compile(translated(pattern));
        return text -> compiled.matcher(text).find();
    }

    /** In Java {@code $} also matches before a last line end, and a class may hold classes and intersections. */
    static String translated(String pattern) {
        var java = new StringBuilder(pattern.length() + 8);
        var inClass = false;
        for (var i = 0; i < pattern.length(); i++) {
            var c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                java.append(c).append(pattern.charAt(++i));
            } else if (inClass) {
                inClass = c != ']';
                java.append(c == '[' || c == '&' ? "\\" + c : String.valueOf(c));
            } else {
                inClass = c == '[';
                java.append(c == '$' ? "\\z" : String.valueOf(c));
            }
        }
        return java.toString();
    }
}
