package org.tongban.core.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The versions of each form in their order, and what is wrong with them (CO-32). Immutable. */
final class FormVersions {
    private final Map<String, List<RegisteredForm>> families = new TreeMap<>();

    FormVersions(Collection<RegisteredForm> forms) {
        forms.stream()
                .sorted(Comparator.comparingInt(form -> form.definition().number()))
                .forEach(form -> families.computeIfAbsent(form.definition().family(), name -> new ArrayList<>())
                        .add(form));
    }

    /** Every version that leaves older drafts without a way, or that is not as it was when it was frozen. */
    List<String> faults(Collection<FormLock> locks) {
        var faults = new ArrayList<String>();
        for (var versions : families.values()) {
            versions.stream()
                    .skip(1)
                    .map(RegisteredForm::definition)
                    .filter(form -> form.upgrade() == null && form.olderDraftsUntil() == null)
                    .forEach(form -> faults.add(form.id()
                            + ": neither brings an upgrade from the version before nor says until when older drafts"
                            + " stay open"));
        }
        for (var lock : locks) {
            lock.hashes().forEach((id, frozen) -> {
                var form = of(id);
                if (form.isEmpty()) {
                    faults.add(id + ": is frozen in forms.lock, so it must stay declared");
                } else if (!form.get().hash().equals(frozen)) {
                    faults.add("%s: is frozen in forms.lock as %s, but its files are %s; a change needs a new version"
                            .formatted(id, frozen, form.get().hash()));
                }
            });
        }
        return faults;
    }

    private Optional<RegisteredForm> of(String id) {
        return versions(id).stream()
                .filter(form -> form.definition().id().equals(id))
                .findFirst();
    }

    private List<RegisteredForm> versions(String id) {
        return families.getOrDefault(id.substring(0, id.lastIndexOf('@')), List.of());
    }

    RegisteredForm newest(String id) {
        return versions(id).getLast();
    }

    /** The form and all its newer versions. */
    private List<RegisteredForm> from(String id) {
        return versions(id).stream()
                .dropWhile(form -> !form.definition().id().equals(id))
                .toList();
    }

    /** The last day of drafts of this version; none while no newer one closes them. */
    Optional<LocalDate> draftsUntil(String id) {
        return from(id).stream()
                .skip(1)
                .map(form -> form.definition().olderDraftsUntil())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    /** The way to the newest version; empty where it is the newest or a version on the way brings no upgrade. */
    List<RegisteredForm> way(String id) {
        var way = from(id);
        var isWhole = way.size() > 1
                && way.stream().skip(1).allMatch(form -> form.definition().upgrade() != null);
        return isWhole ? way : List.of();
    }
}
