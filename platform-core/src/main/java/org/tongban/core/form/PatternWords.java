package org.tongban.core.form;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tongban.core.module.Title;

/** What somebody does whose text a {@code pattern} refuses, in words (PO-8): people do not read patterns. */
final class PatternWords {
    /** Where nothing is known of the pattern. */
    private static final Title OTHERWISE =
            new Title("格式不对，请核对后重新填写", "Not in the wanted form: check it and enter it again.");

    private static final List<Words> KNOWN = List.of(
            new Words(
                    "\\^\\[\\^@ \\]\\+@\\[\\^@ \\]\\+\\$|@",
                    "请填写完整的邮箱地址，如 name@example.cn",
                    "Enter the whole e-mail address, like name@example.cn."),
            new Words(
                    "\\^\\[0-9a-f\\]\\{8\\}-.*",
                    "请填写 36 位的编号，如 0198a1c0-7b1e-7c3a-9f52-3d1e6a7b8c91",
                    "Enter the id of 36 characters, like 0198a1c0-7b1e-7c3a-9f52-3d1e6a7b8c91."),
            new Words("\\^\\(\\(19\\|.*-02-29\\)\\$", "请填写日期，如 2026-11-20", "Enter a date, like 2026-11-20."),
            new Words("\\^20\\\\d\\{2\\}-\\(0.*", "请填写年月，如 2026-11", "Enter a year and month, like 2026-11."),
            new Words("\\^https://.*", "请填写以 https:// 开头的网址", "Enter a web address that begins with https://."),
            new Words(
                    "\\^0\\\\d\\{2,3\\}-\\?.*",
                    "请填写带区号的固定电话，如 010-12345678",
                    "Enter a landline with its area code, like 010-12345678."),
            new Words(
                    "\\^(?:\\(\\?!0.*?\\$\\))?\\(100.*?\\{1,(\\d)\\}.*",
                    "请填写不超过 100 的数，最多 %s 位小数",
                    "Enter a number up to 100, with at most %s decimal places."),
            new Words(
                    "\\^(?:-\\?|\\(\\?!0.*?\\$\\))?\\(0\\|\\[1-9\\]\\\\d\\{0,\\d+\\}\\)\\(\\\\\\.\\\\d\\{1,(\\d)\\}\\)\\?\\$",
                    "请只填写数，如 1234.5，最多 %s 位小数",
                    "Enter a number, like 1234.5, with at most %s decimal places."),
            new Words("\\^0\\(.*", "此处请填写 0", "Enter 0 here."),
            new Words("\\^\\\\d\\{(\\d+)\\}\\$", "请填写 %s 位数字", "Enter %s digits."),
            new Words("\\^\\\\d\\{(\\d+),(\\d+)\\}\\$", "请填写 %s 至 %s 位数字", "Enter %s to %s digits."),
            new Words(
                    "\\^\\[0-9A-Za-z\\]\\{(\\d+),(\\d+)\\}\\$",
                    "请填写 %s 至 %s 位字母或数字，不含空格和符号",
                    "Enter %s to %s letters or digits, without blanks or signs."),
            new Words(
                    "\\^\\[0-9A-Z\\.-\\]\\{(\\d+),(\\d+)\\}\\$",
                    "请填写 %s 至 %s 位大写字母、数字、点或连字符",
                    "Enter %s to %s capital letters, digits, dots or hyphens."));

    private PatternWords() {}

    /** A pattern for patterns, and what it means; {@code %s} is what its groups hold. */
    private record Words(Pattern shape, String zh, String en) {
        Words(String shape, String zh, String en) {
            this(Pattern.compile(shape), zh, en);
        }

        Optional<Title> of(String pattern) {
            var found = shape.matcher(pattern);
            if (!found.matches()) {
                return Optional.empty();
            }
            var groups = IntStream.rangeClosed(1, found.groupCount())
                    .mapToObj(found::group)
                    .toArray();
            return Optional.of(new Title(zh.formatted(groups), en.formatted(groups)));
        }
    }

    /** What is to be entered where the pattern was not met. */
    static Title of(String pattern) {
        return KNOWN.stream()
                .flatMap(known -> known.of(pattern).stream())
                .findFirst()
                .orElse(OTHERWISE);
    }
}
