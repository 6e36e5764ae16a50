package org.tongban.core.review.place;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongban.core.form.Pointers;
import org.tongban.core.page.form.FormField;

/**
 * What the ids in a submission stand for, in words: the facts that its module put beside the documents say so. A fact is
 * of a record where it has the {@code id}, and calls it by {@code title} or {@code name} and by its number, a member
 * {@code number} or one that ends so. What applicants typed into a form names nothing.
 */
public final class NamedRecords {
    private static final int LENGTH_OF_ID = 36;

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Predicate<String> isOfForm;

    private NamedRecords(Predicate<String> isOfForm) {
        this.isOfForm = isOfForm;
    }

    /**
     * Those of a snapshot.
     *
     * @param isOfForm whether a pointer leads into a document of a form
     */
    static NamedRecords of(JsonNode snapshot, Predicate<String> isOfForm) {
        var records = new NamedRecords(isOfForm);
        records.collect("", snapshot);
        return records;
    }

    private void collect(String pointer, JsonNode value) {
        if (!pointer.isEmpty() && isOfForm.test(pointer)) {
            return;
        }
        if (value.isObject()) {
            var id = value.path("id").asText("");
            var name = name(value);
            if (id.length() == LENGTH_OF_ID && !name.isEmpty()) {
                names.putIfAbsent(id, name);
            }
            value.properties().forEach(member -> collect(Pointers.below(pointer, member.getKey()), member.getValue()));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                collect(pointer + "/" + i, value.get(i));
            }
        }
    }

    private static String name(JsonNode fact) {
        var number = fact.properties().stream()
                .filter(member ->
                        member.getKey().equals("number") || member.getKey().endsWith("Number"))
                .map(member -> member.getValue().asText())
                .findFirst();
        var title = Stream.of("title", "name")
                .map(member -> fact.path(member).asText(""))
                .filter(text -> !text.isEmpty())
                .findFirst();
        return Stream.concat(number.stream(), title.stream()).collect(Collectors.joining(" "));
    }

    /** These, and those of another submission that are not among them. */
    public NamedRecords and(NamedRecords others) {
        var all = new NamedRecords(isOfForm);
        all.names.putAll(others.names);
        all.names.putAll(names);
        return all;
    }

    /** The name of the record in place of its id; any other text as it is. */
    public String in(String text) {
        return names.getOrDefault(text, text);
    }

    /** The fields with the name of a record in place of each id that has one. */
    public List<FormField> in(List<FormField> fields) {
        return names.isEmpty() ? fields : fields.stream().map(this::in).toList();
    }

    private FormField in(FormField field) {
        return switch (field) {
            case FormField.Line line
            when names.containsKey(line.value()) ->
                new FormField.Line(line.head(), in(line.value()), line.keyboard(), line.meaning(), line.known());
            case FormField.Group group -> new FormField.Group(group.head(), in(group.fields()));
            case FormField.Entries entries ->
                new FormField.Entries(entries.head(), in(entries.entries()), entries.next());
            case FormField.Line line -> line;
            case FormField.Area area -> area;
            case FormField.Choice choice -> choice;
            case FormField.Choices choices -> choices;
            case FormField.Upload upload -> upload;
        };
    }
}
