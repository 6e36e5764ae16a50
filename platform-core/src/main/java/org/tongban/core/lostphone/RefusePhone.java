package org.tongban.core.lostphone;

import jakarta.inject.Singleton;
import java.util.Map;
import org.tongban.core.crypto.Encrypted;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.review.ReviewHandler.Outcome;

/** Either officer refuses another phone: whoever asked is told at that phone. */
@Singleton
class RefusePhone {
    private final LostPhoneRepository repository;
    private final MasterKey masterKey;
    private final Outbox outbox;

    RefusePhone(LostPhoneRepository repository, MasterKey masterKey, Outbox outbox) {
        this.repository = repository;
        this.masterKey = masterKey;
        this.outbox = outbox;
    }

    void refuse(LostPhone request, Outcome outcome) {
        repository.move(request.id(), "refused", null);
        outbox.send(
                "core.rejected",
                new Recipient.Phone(phone(request)),
                Map.of("title", "手机号停用申诉", "number", outcome.caseNumber(), "reason", outcome.reason()));
    }

    String phone(LostPhone request) {
        return masterKey.openText(Encrypted.of(request.newPhone()), AskForPhone.NEW_PHONE + request.id());
    }
}
