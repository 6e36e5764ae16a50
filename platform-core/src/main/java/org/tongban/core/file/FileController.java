package org.tongban.core.file;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Open;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.SignedIn;
import org.tongban.core.web.Write;

/** Uploads (CO-35). */
@Controller("/api/platform/v1")
class FileController {
    private final UploadFile uploadFile;

    FileController(UploadFile uploadFile) {
        this.uploadFile = uploadFile;
    }

    /** Takes the request's body as a file for the slot. */
    @Status(HttpStatus.CREATED)
    @Post(value = "/files", consumes = MediaType.ALL)
    @SignedIn
    @Write(action = "platform.file.upload", idempotent = false, phases = Write.Phases.TWO)
    @Refuses({
        "file-slot-unknown",
        "file-name-invalid",
        "file-empty",
        "file-incomplete",
        "file-too-large",
        "file-type-not-allowed",
        "file-damaged",
        "file-holds-more",
        "file-active",
        "file-encrypted",
        "file-expands-too-far",
        "archive-unsafe",
        "archive-inconsistent",
        "picture-too-small",
        "picture-too-large",
        "file-infected",
        "file-not-scannable",
        "store-unavailable",
        "overloaded"
    })
    HttpResponse<FileView> uploadFile(
            Caller caller,
            @QueryValue String slot,
            @QueryValue Optional<String> name,
            HttpRequest<?> request,
            @Body @Nullable InputStream content,
            @Parameter(hidden = true) Language language)
            throws IOException {
        return ReceivedUpload.stored(
                request,
                language,
                name,
                content,
                (written, announced, body, length) ->
                        uploadFile.upload(caller, slot, written, announced, body, length));
    }

    /**
     * Takes a file from who has no account, by the proof of a code.
     *
     * @param proof the proof, which stays good
     */
    @Status(HttpStatus.CREATED)
    @Post(value = "/public/files", consumes = MediaType.ALL)
    @Open
    @Write(action = "platform.file.upload", idempotent = false, phases = Write.Phases.TWO)
    @Refuses({
        "proof-refused",
        "too-many-files",
        "file-slot-unknown",
        "file-name-invalid",
        "file-empty",
        "file-incomplete",
        "file-too-large",
        "file-type-not-allowed",
        "file-damaged",
        "file-holds-more",
        "file-active",
        "file-encrypted",
        "file-expands-too-far",
        "archive-unsafe",
        "archive-inconsistent",
        "picture-too-small",
        "picture-too-large",
        "file-infected",
        "file-not-scannable",
        "store-unavailable",
        "overloaded"
    })
    HttpResponse<FileView> uploadFileByProof(
            @Header("Code-Proof") @Schema(minLength = 1, maxLength = 200) String proof,
            @QueryValue String slot,
            @QueryValue Optional<String> name,
            HttpRequest<?> request,
            @Body @Nullable InputStream content,
            @Parameter(hidden = true) Language language)
            throws IOException {
        return ReceivedUpload.stored(
                request,
                language,
                name,
                content,
                (written, announced, body, length) ->
                        uploadFile.uploadByProof(proof, slot, written, announced, body, length));
    }
}
