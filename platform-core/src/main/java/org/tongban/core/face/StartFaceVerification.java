package org.tongban.core.face;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.tongban.core.face.FaceVerification.Owner;
import org.tongban.core.face.FaceVerification.Person;
import org.tongban.core.face.FaceVerification.Started;
import org.tongban.core.face.FaceViews.Question;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.identifier.Parsed;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;

/** Starts a face verification that somebody asks for over HTTP, in the transaction under way. */
@Singleton
class StartFaceVerification {
    private final FaceVerification faces;
    private final BusinessClock clock;
    private final AuditTrail audit;

    StartFaceVerification(FaceVerification faces, BusinessClock clock, AuditTrail audit) {
        this.faces = faces;
        this.clock = clock;
        this.audit = audit;
    }

    Started start(Owner owner, Question question) {
        var kind = IdDocument.Kind.of(question.idKind()).orElseThrow();
        var document = switch (IdDocument.parse(kind, question.idNumber(), clock.today())) {
            case Parsed.Valid<IdDocument> valid -> valid.identifier();
            case Parsed.Refused<IdDocument> refused ->
                throw DomainException.of(CoreError.INVALID_INPUT, List.of(refused.at("/idNumber")));
        };
        var started = faces.start(owner, new Person(question.purpose(), question.name(), document));
        audit.record(TakeFaceResult.SUBJECT, started.id(), Map.of("purpose", question.purpose()));
        return started;
    }
}
