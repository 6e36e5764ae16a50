package org.tongban.core.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;

/** The codes under which broken keywords are answered (CO-10), with their words; {@code %s} is the keyword's value. */
enum ViolationCode {
    REQUIRED("required", "required", "此项必填", "This field is required."),
    UNKNOWN("additionalProperties", "unknown-property", "没有这一项", "There is no such field."),
    UNEVALUATED("unevaluatedProperties", "unknown-property", "没有这一项", "There is no such field."),
    TYPE("type", "type", "类型不对，应为%s", "Wrong type: wanted is %s."),
    MAX_LENGTH("maxLength", "max-length", "不得超过 %s 个字符", "Enter %s characters or fewer."),
    MIN_LENGTH("minLength", "min-length", "请至少填写 %s 个字符", "Enter %s or more characters."),
    PATTERN("pattern", "pattern", "格式不对，请核对后重新填写", "Not in the wanted form: check it and enter it again."),
    FORMAT("format", "format", "格式不对，应为 %s", "Not in the wanted form: %s."),
    ENUM("enum", "enum", "请从所列的选项中选择", "Choose one of the values offered."),
    CONST("const", "const", "此处只允许 %s", "Only %s is allowed here."),
    MAX_ITEMS("maxItems", "max-items", "不得超过 %s 项", "Give %s or fewer."),
    MIN_ITEMS("minItems", "min-items", "请至少给出 %s 项", "Give %s or more."),
    UNIQUE_ITEMS("uniqueItems", "unique-items", "各项不得重复", "The entries must differ."),
    CONTAINS("contains", "contains", "缺少必须包含的项", "A necessary entry is missing."),
    MIN_CONTAINS("minContains", "contains", "缺少必须包含的项", "A necessary entry is missing."),
    MAX_CONTAINS("maxContains", "contains", "此类项过多", "Too many entries of this kind."),
    MINIMUM("minimum", "minimum", "不得小于 %s", "At least %s."),
    MAXIMUM("maximum", "maximum", "不得大于 %s", "At most %s."),
    EXCLUSIVE_MINIMUM("exclusiveMinimum", "minimum", "必须大于 %s", "More than %s."),
    EXCLUSIVE_MAXIMUM("exclusiveMaximum", "maximum", "必须小于 %s", "Less than %s."),
    MULTIPLE_OF("multipleOf", "multiple-of", "必须是 %s 的倍数", "A multiple of %s."),
    MIN_PROPERTIES("minProperties", "min-properties", "至少 %s 项", "Fields: at least %s."),
    MAX_PROPERTIES("maxProperties", "max-properties", "不得超过 %s 项", "Fields: at most %s."),
    OTHER("", "not-allowed", "此值不被允许", "This value is not allowed.");

    private static final Map<String, ViolationCode> BY_KEYWORD =
            Stream.of(values()).collect(Collectors.toMap(code -> code.keyword, Function.identity()));

    private final String keyword;
    private final String code;
    private final Title words;

    ViolationCode(String keyword, String code, String zh, String en) {
        this.keyword = keyword;
        this.code = code;
        this.words = new Title(zh, en);
    }

    static ViolationCode of(String keyword) {
        return BY_KEYWORD.getOrDefault(keyword, OTHER);
    }

    String code() {
        return code;
    }

    /** Whether these are its words for a keyword without a value, and not a module's own. */
    boolean says(Title title) {
        return words.equals(title);
    }

    /** The codes with their words, … in place of the keyword's value; of two of one code the first. */
    static SortedMap<String, Title> all() {
        var all = new TreeMap<String, Title>();
        for (var each : values()) {
            all.putIfAbsent(each.code, each.filled("…", "…"));
        }
        return all;
    }

    /** Whether the finding is about a property of the place, not the place. */
    boolean namesProperty() {
        return switch (this) {
            case REQUIRED, UNKNOWN, UNEVALUATED -> true;
            case TYPE, MAX_LENGTH, MIN_LENGTH, PATTERN, FORMAT, ENUM, CONST, MAX_ITEMS, MIN_ITEMS -> false;
            case UNIQUE_ITEMS, CONTAINS, MIN_CONTAINS, MAX_CONTAINS, MINIMUM, MAXIMUM -> false;
            case EXCLUSIVE_MINIMUM, EXCLUSIVE_MAXIMUM, MULTIPLE_OF, MIN_PROPERTIES, MAX_PROPERTIES, OTHER -> false;
        };
    }

    /** The words for a keyword with this value. */
    Title message(@Nullable JsonNode value) {
        if (value == null) {
            return filled("", "");
        }
        if (this == TYPE) {
            return value.isArray()
                    ? StreamSupport.stream(value.spliterator(), false)
                            .map(type -> typeMessage(type.asText()))
                            .findFirst()
                            .orElseThrow()
                    : typeMessage(value.asText());
        }
        var text = value.isTextual() ? value.textValue() : value.toString();
        return switch (this) {
            case FORMAT -> formatMessage(text);
            case PATTERN -> PatternWords.of(text);
            default -> filled(text, text);
        };
    }

    private static Title formatMessage(String format) {
        return switch (format) {
            case "uuid" -> FORMAT.filled("36 位的编号", "an id of 36 characters");
            case "date" -> FORMAT.filled("日期，如 2026-01-31", "a date such as 2026-01-31");
            case "date-time" ->
                FORMAT.filled("时间，如 2026-01-31T08:00:00+08:00", "a moment such as 2026-01-31T08:00:00+08:00");
            case "email" -> FORMAT.filled("电子邮箱地址", "an e-mail address");
            case "uri" -> FORMAT.filled("网址", "a web address");
            case "int32", "int64" -> FORMAT.filled("整数", "a whole number");
            default -> FORMAT.filled(format, format);
        };
    }

    static Title typeMessage(String type) {
        return switch (type) {
            case "string" -> TYPE.filled("文本", "text");
            case "integer" -> TYPE.filled("整数", "a whole number");
            case "number" -> TYPE.filled("数字", "a number");
            case "boolean" -> TYPE.filled("是或否", "true or false");
            case "array" -> TYPE.filled("列表", "a list");
            case "object" -> TYPE.filled("对象", "an object");
            default -> TYPE.filled("空值", "null");
        };
    }

    private Title filled(String zh, String en) {
        return new Title(words.zh().formatted(zh), words.en().formatted(en));
    }
}
