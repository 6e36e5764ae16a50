package org.tongban.filing.objection;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.tongban.core.form.Documents;
import org.tongban.core.module.Title;

/** The materials that a unit may see: by their numbers, since names and ids would lead to who objects (PF-61). */
@Singleton
class ShownEvidence {
    /** What a material is called, before its number. */
    static final Title LABEL = new Title("材料", "Material");

    private final ObjectionRepository objections;

    ShownEvidence(ObjectionRepository objections) {
        this.objections = objections;
    }

    /** The numbers of those that officers have let the unit see, in their order. */
    static List<Integer> numbers(Objection objection) {
        return StreamSupport.stream(Documents.read(objection.shownEvidence()).spliterator(), false)
                .map(number -> number.asInt())
                .toList();
    }

    /** The file of one; empty where the unit may not see it, or there is none. */
    Optional<UUID> file(UUID objection, int number) {
        return objections
                .ofId(objection)
                .filter(found -> numbers(found).contains(number))
                .map(found -> ObjectionFiles.evidence(Documents.read(found.document()))
                        .get(number - 1));
    }
}
