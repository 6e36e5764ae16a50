package org.tongban.core.section;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;

/**
 * A part of the console that is drawn from what a module declares, with no page written (CO-47b): a list of records, each
 * with its facts, the lists that belong to it and what may be done. Everything is read and done by operations of the API,
 * by their ids, under their own permissions, checks and audit records.
 *
 * @param id {@code <module>.<records>}, say {@code product-filing.rounds}
 * @param title the records, in the plural
 * @param key the path variables that name one record, in their order
 * @param listing all of them; null where they are reached from other sections alone
 * @param record how one is shown; null where the rows of the list say it all
 * @param reviewType the type of the cases whose subjects its records are, which the case's page leads to; null where there
 *     is none
 */
public record ConsoleSection(
        String id,
        Title title,
        List<String> key,
        @Nullable Listing listing,
        @Nullable Shown record,
        List<Action> actions,
        @Nullable String reviewType) {
    /** A section whose records are no subjects of cases. */
    public ConsoleSection(
            String id,
            Title title,
            List<String> key,
            @Nullable Listing listing,
            @Nullable Shown record,
            List<Action> actions) {
        this(id, title, key, listing, record, actions, null);
    }

    public ConsoleSection {
        key = List.copyOf(key);
        actions = List.copyOf(actions);
    }

    /**
     * A list that an operation reads: a page with {@code items}, or a bare array.
     *
     * @param link where a row leads; null where it leads nowhere
     */
    public record Listing(
            String operation, List<Field> columns, @Nullable Link link, List<Filter> filters) {
        public Listing {
            columns = List.copyOf(columns);
            filters = List.copyOf(filters);
        }

        public Listing(String operation, List<Field> columns, @Nullable Link link) {
            this(operation, columns, link, List.of());
        }
    }

    /**
     * The record of a section that a row stands for.
     *
     * @param pointers where in the row the section's key stands, as JSON pointers
     */
    public record Link(String section, List<String> pointers) {
        public Link {
            pointers = List.copyOf(pointers);
        }
    }

    /** A query parameter of the list's operation, and what may be chosen for it. */
    public record Filter(String parameter, Title title, List<Value> values) {
        public Filter {
            values = List.copyOf(values);
        }
    }

    /** A code with its title. */
    public record Value(String code, Title title) {}

    /**
     * How one record is shown.
     *
     * @param operation reads it by the key of the section
     * @param heading the field that names it
     */
    public record Shown(String operation, Field heading, List<Field> facts, List<Part> parts) {
        public Shown {
            facts = List.copyOf(facts);
            parts = List.copyOf(parts);
        }
    }

    /** What stands below the facts of a record. */
    public sealed interface Part {
        Title title();
    }

    /** A list that an operation reads by the key of the record. */
    public record Belonging(Title title, Listing listing) implements Part {}

    /** A list inside the record itself. */
    public record Within(Title title, String pointer, List<Field> columns) implements Part {
        public Within {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A value of a record or a row.
     *
     * @param pointer where it stands
     * @param word where its word stands that people read, in the language of the request; empty where it needs none
     * @param values the words of its codes, where the record has none
     */
    public record Field(Title title, String pointer, Kind kind, String word, List<Value> values) {
        public Field {
            values = List.copyOf(values);
        }

        public Field(Title title, String pointer, Kind kind) {
            this(title, pointer, kind, "", List.of());
        }

        /** A state by code and word. */
        public static Field state(Title title, String code, String word) {
            return new Field(title, code, Kind.STATE, word, List.of());
        }

        /** One of few codes. */
        public static Field coded(Title title, String pointer, List<Value> values) {
            return new Field(title, pointer, Kind.TEXT, "", values);
        }
    }

    /** How a value is written. */
    public enum Kind {
        /** As it stands; several one after another. */
        TEXT,
        /** A day of the calendar. */
        DAY,
        /** A moment, in the time of the business. */
        MOMENT,
        /** A number, with separators of thousands. */
        NUMBER,
        /** Yes or no. */
        TRUTH,
        /** A state, by word and colour. */
        STATE,
        /** Files by id, each a link. */
        FILES
    }

    /**
     * What may be done: with a record, or with none as making one is.
     *
     * @param operation does it
     * @param onRecord whether the key of a record goes along
     * @param where when it is offered; null where always. What the operation refuses it refuses all the same
     * @param inputs the members of the body in words; one that is not named here bears its name in the API
     * @param next where it leads
     */
    public record Action(
            String operation,
            Title title,
            boolean onRecord,
            @Nullable Where where,
            List<Input> inputs,
            Next next) {
        public Action {
            inputs = List.copyOf(inputs);
        }
    }

    /** Where a record has one of these values at a place. */
    public record Where(String pointer, List<String> values) {
        public Where {
            values = List.copyOf(values);
        }

        /** Whether the record is one of these. */
        public boolean holds(JsonNode record) {
            return values.contains(record.at(pointer).asText());
        }
    }

    /**
     * A member of a body in words.
     *
     * @param pointer its place; {@code items} stands for any entry of a list
     * @param help what is to be known when it is filled in; null where nothing is
     * @param values the titles of its values, where it has few
     * @param options where its values are read from; null where anything goes that the API takes
     * @param from where in the record its present value stands; empty where it begins empty
     * @param slot the slot of the files that it takes, {@code module/slot}; empty where it takes none
     */
    public record Input(
            String pointer,
            Title title,
            @Nullable Title help,
            List<Value> values,
            @Nullable Options options,
            String from,
            String slot) {
        public Input {
            values = List.copyOf(values);
        }

        public Input(String pointer, Title title) {
            this(pointer, title, null, List.of(), null, "", "");
        }

        /** The same, explained. */
        public Input helped(Title why) {
            return new Input(pointer, title, why, values, options, from, slot);
        }

        /** The same, chosen from few. */
        public Input of(Value... some) {
            return new Input(pointer, title, help, List.of(some), options, from, slot);
        }

        /** The same, chosen from what an operation reads. */
        public Input of(Options some) {
            return new Input(pointer, title, help, values, some, from, slot);
        }

        /** The same, which holds what stands in the record. */
        public Input from(String place) {
            return new Input(pointer, title, help, values, options, place, slot);
        }

        /** The same, which takes files of a slot. */
        public Input ofSlot(String some) {
            return new Input(pointer, title, help, values, options, from, some);
        }
    }

    /**
     * The values of an input: what an operation reads by the key of the record, each by code and words.
     *
     * @param where those of them that may be chosen; null for all
     */
    public record Options(
            String operation,
            String code,
            List<Field> words,
            @Nullable Where where) {
        public Options {
            words = List.copyOf(words);
        }

        public Options(String operation, String code, List<Field> words) {
            this(operation, code, words, null);
        }
    }

    /** Where an action leads. */
    public sealed interface Next {
        /** To the record again, or to the list where it was done with none. */
        record Back() implements Next {}

        /** To the list, since the record is no more. */
        record ToList() implements Next {}

        /** To the record of a section that the answer names. */
        record To(Link link) implements Next {}

        /** To the job whose id stands at a place of the answer. */
        record ToJob(String pointer) implements Next {}
    }
}
