package org.tongban.core.reference;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.CoreModule;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.SecondPhase;
import org.tongban.core.web.Write;

/** Takes a newer edition of a reference set as a CSV file (CO-70). */
@Controller("/api/platform/v1/reference/{set}/imports")
class ReferenceImportController {
    /** The whole product classification has a fifth of it. */
    private static final int MOST_BYTES = 16 * 1_048_576;

    private static final String EXAMPLE =
            "code,name,parent,nameEn,ended\nA,农、林、牧、渔业,,Agriculture,\n01,农业,A,,\n011,谷物种植,01,,\n";

    private final ReferenceSets sets;
    private final ImportReference importReference;
    private final SecondPhase secondPhase;
    private final AuditTrail audit;

    ReferenceImportController(
            ReferenceSets sets, ImportReference importReference, SecondPhase secondPhase, AuditTrail audit) {
        this.sets = sets;
        this.importReference = importReference;
        this.secondPhase = secondPhase;
        this.audit = audit;
    }

    /**
     * What an import did.
     *
     * @param entries how many codes the set has, ended ones counted
     * @param changed of how many something but the end is new
     * @param ended how many the file no longer holds, or holds as ended
     */
    @Serdeable
    @Schema(name = "ReferenceImport")
    record View(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "gbt4754")
            String set,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1971")
            int entries,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1854")
            int added,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "0")
            int changed,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "0")
            int ended) {}

    /** Replaces a set by a newer file, whole or not at all; codes it leaves out end. */
    @Permitted(CoreModule.IMPORT)
    @Write(action = "platform.reference.import", phases = Write.Phases.TWO)
    @Post(consumes = "text/csv")
    @Refuses({"not-found", "reference-file-refused", "too-large"})
    HttpResponse<View> importReferenceSet(
            @PathVariable String set,
            @Body @Nullable @Schema(type = "string", format = "binary", example = EXAMPLE) InputStream content)
            throws IOException {
        if (!sets.names().contains(set)) {
            throw DomainException.of(CoreError.NOT_FOUND);
        }
        var rows = ReferenceCsv.read(bytes(content), CodeShape.of(set));
        return secondPhase.commit(() -> {
            var outcome = importReference.replace(set, rows);
            var id = UUID.nameUUIDFromBytes(set.getBytes(StandardCharsets.UTF_8));
            audit.record("platform/reference-set", id, ImportReference.digest(set, outcome));
            return HttpResponse.ok(
                    new View(set, outcome.entries(), outcome.added(), outcome.changed(), outcome.ended()));
        });
    }

    /** Closed, what a refusal left unread is discarded; a client that is still sending would wait for ever otherwise. */
    private static byte[] bytes(@Nullable InputStream content) throws IOException {
        try (var body = content == null ? InputStream.nullInputStream() : content) {
            var bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw DomainException.of(CoreError.TOO_LARGE);
            }
            return bytes;
        }
    }
}
