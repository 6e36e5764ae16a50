package org.tongban.core.page.form;

import java.util.List;
import java.util.stream.IntStream;
import org.tongban.core.page.Component.Option;

/**
 * A place of a form with what stands in it, as the partials {@code page/form-edit} and {@code page/form-read} show it
 * (CO-30); every text is in the request's language already. A control's name is the JSON pointer to its place.
 */
public sealed interface FormField {
    /** A file that belongs to a field: a blank to be filled in, a table to be looked up (CO-34). */
    record Link(String href, String text) {}

    /**
     * What every field has; {@code help}, {@code unit} and {@code condition} are empty where there is none.
     *
     * @param checks what {@code fields.js} looks at when the field is left, as JSON; empty where there is nothing (PO-2)
     */
    record Head(
            String id,
            String name,
            String label,
            String help,
            String unit,
            boolean required,
            String condition,
            List<Link> downloads,
            List<String> errors,
            String checks) {
        /** The ids of what describes the control, for assistive technology. */
        public String described() {
            var ids = new StringBuilder();
            if (!help.isEmpty()) {
                ids.append(id).append("-hint ");
            }
            if (!condition.isEmpty()) {
                ids.append(id).append("-condition ");
            }
            if (!errors.isEmpty()) {
                ids.append(id).append("-error");
            }
            return ids.toString().strip();
        }
    }

    Head head();

    /** A line of text or a number; {@code meaning} is the title of a code, {@code known} what may be proposed. */
    record Line(Head head, String value, Keyboard keyboard, String meaning, List<Option> known) implements FormField {}

    /**
     * What a text is typed with.
     *
     * @param fills what a browser may fill in, in the words of HTML's {@code autocomplete}; empty: nothing
     */
    record Keyboard(String type, String mode, String fills) {
        static final Keyboard TEXT = new Keyboard("text", "text", "");
        static final Keyboard NUMERIC = new Keyboard("text", "numeric", "");
        static final Keyboard PHONE = new Keyboard("tel", "tel", "tel");
        static final Keyboard EMAIL = new Keyboard("email", "email", "email");

        Keyboard filling(String other) {
            return new Keyboard(type, mode, other);
        }
    }

    /** A text of several lines. */
    record Area(Head head, String value) implements FormField {}

    /** One value of several, as buttons or as a list that opens. */
    record Choice(Head head, List<Option> options, boolean buttons) implements FormField {
        /** Whether there is one answer alone, to be ticked. */
        public boolean tick() {
            return buttons && options.size() == 1;
        }

        /** The option that stands in the document, if one does. */
        public List<Option> chosen() {
            return options.stream().filter(Option::selected).toList();
        }
    }

    /** Several values of several, as boxes or as a list. */
    record Choices(Head head, List<Option> options, boolean boxes) implements FormField {
        /** The options that stand in the document. */
        public List<Option> chosen() {
            return options.stream().filter(Option::selected).toList();
        }
    }

    /** Files of a slot, by id, and as {@code links} where the reader may open them; {@code limits} says which and how large. */
    record Upload(Head head, List<String> files, List<Link> links, String accept, String limits, boolean several)
            implements FormField {
        /** A file that is there, and by what place in the field it is taken out. */
        public record Row(String id, String text, String place) {}

        /** The files as they are edited. */
        public List<Row> rows() {
            return IntStream.range(0, files.size())
                    .mapToObj(i -> new Row(files.get(i), links.get(i).text(), several ? "/" + i : ""))
                    .toList();
        }
    }

    /** Fields that belong together. */
    record Group(Head head, List<FormField> fields) implements FormField {}

    /** Entries of one kind, those that are there and, to be edited, one more; {@code next} is the name of that one. */
    record Entries(Head head, List<FormField> entries, String next) implements FormField {
        /** An entry, and whether it stands in the document and can be taken out. */
        public record Row(FormField field, boolean kept) {}

        /** The entries as they are edited. */
        public List<Row> rows() {
            int kept = next.isEmpty() ? entries.size() : entries.size() - 1;
            return IntStream.range(0, entries.size())
                    .mapToObj(i -> new Row(entries.get(i), i < kept))
                    .toList();
        }
    }
}
