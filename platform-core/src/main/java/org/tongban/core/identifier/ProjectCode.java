package org.tongban.core.identifier;

import java.util.regex.Pattern;

/** The code of a temporary works project without a licence: {@code X} and 17 characters, outer check digit only (CO-72). */
public record ProjectCode(String value) {
    private static final Pattern SHAPE = Pattern.compile("X[0-9A-HJ-NPQRTUWXY]{17}");

    public ProjectCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not the shape of a project code: " + value);
        }
    }

    /** Reads a code as typed. */
    public static Parsed<ProjectCode> parse(String typed) {
        var code = Folding.identifier(typed);
        if (code.length() != 18) {
            return Parsed.refused("length", "工程编码应为18位", "A project code has 18 characters");
        }
        if (!SHAPE.matcher(code).matches()) {
            return Parsed.refused(
                    "characters",
                    "工程编码以X开头，其余为数字和大写字母，且不含I、O、S、V、Z",
                    "A project code is an X, then digits and letters, without I, O, S, V and Z");
        }
        if (!UnifiedSocialCreditCode.outerIsRight(code)) {
            return Parsed.refused(
                    "check-digit",
                    "工程编码第18位校验码不正确",
                    "The 18th character of the project code, its check digit, is wrong");
        }
        return Parsed.valid(new ProjectCode(code));
    }

    @Override
    public String toString() {
        return value;
    }
}
