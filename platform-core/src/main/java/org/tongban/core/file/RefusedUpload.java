package org.tongban.core.file;

import java.io.IOException;
import org.tongban.core.web.DomainException;

/** Ends an upload under way from within its stream. */
final class RefusedUpload extends IOException {
    private static final long serialVersionUID = 1;

    private final transient DomainException refusal;

    RefusedUpload(DomainException refusal) {
        super(refusal.getMessage());
        this.refusal = refusal;
    }

    DomainException refusal() {
        return refusal;
    }
}
