import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of a new module in the place of the template's neutral ones, in texts and in paths. */
final class ModuleNames {
    private static final DateTimeFormatter MIGRATION = DateTimeFormatter.ofPattern("yyyyMMddHHmm", Locale.ROOT);

    private static final Pattern IMPORTS = Pattern.compile("(?m)(^import (static )?[\\w.]+;\n){2,}");

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Pattern any;

    /**
     * @param record the noun that the template calls proposal
     * @param number the two capitals before the numbers of its cases
     */
    ModuleNames(String id, String basePackage, String record, String number, String titleZh, String titleEn) {
        // A longer name before one that it holds: the first that fits is taken.
        names.put("tongban-module-template", "module-" + id);
        names.put("org.tongban.template", basePackage);
        names.put("org/tongban/template", basePackage.replace('.', '/'));
        names.put("template-programme", id);
        names.put("template_programme", id.replace('-', '_'));
        names.put(
                "TemplateProgramme",
                Stream.of(id.split("-")).map(ModuleNames::capital).collect(Collectors.joining()));
        names.put("Template programme", titleEn);
        names.put("模板事项", titleZh);
        names.put("V202611210000", "V" + LocalDateTime.now(ZoneOffset.UTC).format(MIGRATION));
        names.put("'TP'", "'" + number + "'");
        names.put("\"TP\"", "\"" + number + "\"");
        names.put("`TP`", "`" + number + "`");
        var article = "aeiou".indexOf(record.charAt(0)) < 0 ? " " : "n ";
        names.put(" a proposal", " a" + article + record);
        names.put(" A proposal", " A" + article + record);
        names.put("PROPOSALS", plural(record).toUpperCase(Locale.ROOT));
        names.put("PROPOSAL", record.toUpperCase(Locale.ROOT));
        names.put("Proposals", capital(plural(record)));
        names.put("proposals", plural(record));
        names.put("Proposal", capital(record));
        names.put("proposal", record);
        any = Pattern.compile(names.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")));
    }

    /** The text with every name replaced, in one pass: what a new name says is not replaced again. */
    String in(String text) {
        return sortedImports(any.matcher(text).replaceAll(found -> Matcher.quoteReplacement(names.get(found.group()))));
    }

    /** Other packages stand elsewhere among the imports. */
    private static String sortedImports(String text) {
        return IMPORTS.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group()
                        .lines()
                        .sorted(Comparator.comparing(line -> line.replace(";", "")))
                        .collect(Collectors.joining("\n", "", "\n"))));
    }

    private static String plural(String noun) {
        if (noun.matches(".*[^aeiou]y")) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        return noun + (noun.matches(".*(s|x|z|ch|sh)") ? "es" : "s");
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
