package org.tongban.core.identifier;

import java.util.List;
import java.util.regex.Pattern;
import org.tongban.core.module.Title;

/**
 * A spelling that a kind of identifier has, said so that a page can look at it too (PO-2).
 *
 * @param ignored a character that may stand anywhere, or nothing
 * @param pattern what the folded text has to be, in the part of regular expressions that Java and ECMA-262 share
 * @param code what is answered where it is not, with {@code message}
 */
public record Shape(String ignored, Pattern pattern, String code, Title message) {
    Shape(String ignored, String pattern, String code, String zh, String en) {
        this(ignored, Pattern.compile(pattern), code, new Title(zh, en));
    }

    /** What a mobile number of mainland China has to be, in the order in which it is looked at. */
    public static List<Shape> ofMainlandMobiles() {
        return MainlandMobile.SHAPES;
    }

    /** What a number in E.164 has to be, whatever the country. */
    public static Shape ofPhoneNumbers() {
        return PhoneNumber.SHAPE;
    }

    /** Whether a folded text without what is ignored is spelt so. */
    public boolean holds(String plain) {
        return pattern.matcher(plain).matches();
    }

    /** The refusal of what is not. */
    <T> Parsed<T> refused() {
        return new Parsed.Refused<>(code, message);
    }
}
