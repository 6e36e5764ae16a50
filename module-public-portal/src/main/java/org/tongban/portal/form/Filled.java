package org.tongban.portal.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tongban.core.page.form.FormInput;
import org.tongban.core.page.form.FormPart;
import org.tongban.core.publicform.PublicForms.Registered;
import org.tongban.core.web.Violation;

/**
 * What somebody has filled in so far. All of it travels with the pages: the server keeps nothing of it until it is handed
 * in, and nobody else ever gets to see it.
 *
 * @param values every field that was posted, by name
 */
record Filled(Registered form, JsonNode document, Map<String, List<String>> values) {
    /** The name of the button, and the field, that says which way the code goes. */
    static final String BY = "by";

    static final String MAIL = "mail";
    private static final String UUID_SHAPE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** Read back from the controls of a page. */
    static Filled of(Registered form, Map<String, List<String>> values) {
        return new Filled(form, FormInput.document(form.form(), values), values);
    }

    /** Nothing yet but what it is about. */
    static Filled begin(Registered form, Optional<UUID> subject) {
        var about = form.declared().about();
        return of(
                form,
                about == null || subject.isEmpty()
                        ? Map.of()
                        : Map.of("/" + about.field(), List.of(subject.get().toString())));
    }

    static Optional<UUID> id(String text) {
        return text.matches(UUID_SHAPE) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** A field of the page that is none of the form's. */
    String value(String name) {
        var sent = values.getOrDefault(name, List.of());
        return sent.isEmpty() ? "" : sent.getLast().strip();
    }

    Optional<UUID> subject() {
        var about = form.declared().about();
        return about == null
                ? Optional.empty()
                : id(document.path(about.field()).asText());
    }

    /** The proof of the phone, empty where there is none yet. */
    String proof() {
        var proof = form.declared().proof();
        return proof == null ? "" : document.path(proof.field()).asText();
    }

    /** The phone as it was typed. */
    String phone() {
        var proof = form.declared().proof();
        return proof == null ? "" : document.path(proof.phone()).asText();
    }

    /** The address as it was typed, to which a code may go in place of the phone; empty where there is none. */
    String mailbox() {
        var proof = form.declared().proof();
        return proof == null || proof.mailbox() == null
                ? ""
                : document.path(proof.mailbox()).asText().strip();
    }

    /** Whether the code goes to the address, and not to the phone. */
    boolean isMailed() {
        return value(BY).equals(MAIL);
    }

    /** Whether the phone, or else the address, that stands here is the one that was proven. */
    boolean isProven() {
        var proven = value("proven");
        return form.declared().proof() == null
                || !proof().isEmpty()
                        && !proven.isEmpty()
                        && (phone().equals(proven) || mailbox().equals(proven));
    }

    /** The same with the proof of the phone, or else the address, that stands here. */
    Filled proven(String proof) {
        var declared = form.declared().proof();
        if (declared == null) {
            return this;
        }
        var more = new LinkedHashMap<>(values);
        more.put("/" + declared.field(), List.of(proof));
        more.put("proven", List.of(isMailed() ? mailbox() : phone()));
        return of(form, more);
    }

    /** The same without the proof. */
    Filled unproven() {
        var declared = form.declared().proof();
        return declared == null ? this : without("/" + declared.field());
    }

    /** The same without what stands at a place. */
    Filled without(String place) {
        return of(form, FormInput.without(values, place));
    }

    /** The ids of all files that the document names. */
    Set<UUID> files() {
        var ids = new HashSet<UUID>();
        texts().forEach(text -> id(text).ifPresent(ids::add));
        return ids;
    }

    /** Whether a file was chosen and not uploaded: without its bytes a browser sends its name alone. */
    boolean namesUnsentFile() {
        return texts().stream().anyMatch(text -> id(text).isEmpty());
    }

    private List<String> texts() {
        var texts = new ArrayList<String>();
        form.slots().keySet().stream().map(document::path).forEach(value -> {
            if (value.isArray()) {
                value.forEach(file -> texts.add(file.asText()));
            } else if (!value.isMissingNode()) {
                texts.add(value.asText());
            }
        });
        return texts;
    }

    /** The same with no file but these. */
    Filled keeping(Set<String> known) {
        ObjectNode kept = document.deepCopy();
        form.slots().keySet().forEach(name -> {
            var value = kept.path(name);
            if (value.isArray()) {
                var left = kept.putArray(name);
                value.forEach(file -> {
                    if (known.contains(file.asText())) {
                        left.add(file);
                    }
                });
                if (left.isEmpty()) {
                    kept.remove(name);
                }
            } else if (!known.contains(value.asText())) {
                kept.remove(name);
            }
        });
        return new Filled(form, kept, values);
    }

    /** What the page of typed fields shows: neither files, nor what is chosen or proven on other pages. */
    FormPart typed() {
        return FormPart.typedWithout(elsewhere());
    }

    /** What is read through before it is handed in. */
    FormPart whole() {
        return FormPart.wholeWithout(elsewhere());
    }

    private Set<String> elsewhere() {
        var names = new HashSet<String>();
        var about = form.declared().about();
        if (about != null) {
            names.add(about.field());
        }
        var proof = form.declared().proof();
        if (proof != null) {
            names.add(proof.field());
        }
        return names;
    }

    /** Of what is wrong that which is put right on the page of typed fields. */
    List<Violation> typed(List<Violation> all) {
        var others = new HashSet<>(elsewhere());
        others.addAll(form.slots().keySet());
        return all.stream()
                .filter(violation -> !others.contains(property(violation)))
                .toList();
    }

    /** Of what is wrong that which is put right on the page of files. */
    List<Violation> uploaded(List<Violation> all) {
        return all.stream()
                .filter(violation -> form.slots().containsKey(property(violation)))
                .toList();
    }

    /** Whether the proof of the phone is what is wrong. */
    boolean isUnproven(List<Violation> all) {
        var proof = form.declared().proof();
        return proof != null
                && all.stream().anyMatch(violation -> property(violation).equals(proof.field()));
    }

    private static String property(Violation violation) {
        var names = violation.pointer().split("/", 3);
        return names.length < 2 ? "" : names[1];
    }
}
