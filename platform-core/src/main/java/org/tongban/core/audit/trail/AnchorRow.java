package org.tongban.core.audit.trail;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;

/** The signed head of a day (CO-56). */
@MappedEntity(value = "audit_anchor", schema = "core")
record AnchorRow(@Id LocalDate day, long sequence, String jws, String publicKey) {
    /** Where the object store has it. */
    static String key(LocalDate day) {
        return "audit/anchors/" + day + ".json";
    }

    /** As the object store has it, and a line of an export. */
    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", "anchor")
                .put("day", day.toString())
                .put("jws", jws)
                .putRawValue("key", new RawValue(publicKey));
    }
}
