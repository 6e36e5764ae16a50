package org.tongban.core.console.section;

import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.console.ConsoleForms;
import org.tongban.core.console.section.SectionActions.Chosen;
import org.tongban.core.console.section.SectionPages.Reader;
import org.tongban.core.file.FileError;
import org.tongban.core.file.UploadFile;
import org.tongban.core.file.store.ObjectStore;
import org.tongban.core.page.PostedForms;
import org.tongban.core.page.PostedForms.Posted;
import org.tongban.core.page.PostedForms.Receiver;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.MultipartBody.Part;
import org.tongban.core.web.internal.Exchange;

/** Takes the files of an action's form for its reader (CO-35). */
@Singleton
class SectionFiles {
    private static final String UPLOAD = "platform.file.upload";

    private final ConsoleForms forms;
    private final UploadFile uploadFile;
    private final PostedForms posted;

    SectionFiles(ConsoleForms forms, UploadFile uploadFile, PostedForms posted) {
        this.forms = forms;
        this.uploadFile = uploadFile;
        this.posted = posted;
    }

    Posted taken(Reader reader, Chosen chosen, InputStream content) {
        return posted.read(reader.request(), content, new Receiver() {
            @Override
            public void require(@Nullable String token) {
                forms.require(reader.request(), token);
            }

            @Override
            public UUID store(Part file, Map<String, List<String>> fields) {
                return upload(reader, chosen, file);
            }
        });
    }

    private UUID upload(Reader reader, Chosen chosen, Part file) {
        var slot = chosen.action().inputs().stream()
                .filter(input ->
                        input.pointer().equals(file.name()) && !input.slot().isEmpty())
                .findFirst()
                .orElseThrow(() -> DomainException.of(FileError.FILE_SLOT_UNKNOWN))
                .slot();
        // Its record is that of any other upload.
        Exchange.declare(reader.request(), UPLOAD);
        return uploadFile
                .upload(reader.caller(), slot, file.file(), file.type(), file.content(), ObjectStore.UNKNOWN_LENGTH)
                .id();
    }
}
