package org.tongban.core.face;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.BeforeGate;
import org.tongban.core.code.CodeError;
import org.tongban.core.code.CodePurposes;
import org.tongban.core.code.Proofs;
import org.tongban.core.face.FaceVerification.Owner;
import org.tongban.core.face.FaceVerification.Started;
import org.tongban.core.face.FaceViews.Progress;
import org.tongban.core.face.FaceViews.Question;
import org.tongban.core.face.FaceViews.ScanBody;
import org.tongban.core.face.FaceViews.StartedView;
import org.tongban.core.face.FaceViews.StatementBody;
import org.tongban.core.face.FaceViews.Taken;
import org.tongban.core.face.TakeFaceResult.Outcome;
import org.tongban.core.module.CoreModule;
import org.tongban.core.module.Language;
import org.tongban.core.time.SystemClock;
import org.tongban.core.web.Authenticated;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.ClientCaller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.SignedIn;
import org.tongban.core.web.Write;
import org.tongban.core.web.Write.Phases;

/** Face verification over HTTP (CO-75): who is to be verified starts and polls it, an app gives the result. */
@Controller("/api/platform/v1")
class FaceController {
    private final StartFaceVerification startFaceVerification;
    private final TakeFaceResult takeFaceResult;
    private final FaceRepository repository;
    private final FacePolls polls;
    private final Proofs proofs;
    private final CodePurposes purposes;
    private final SystemClock clock;

    FaceController(
            StartFaceVerification startFaceVerification,
            TakeFaceResult takeFaceResult,
            FaceRepository repository,
            FacePolls polls,
            Proofs proofs,
            CodePurposes purposes,
            SystemClock clock) {
        this.startFaceVerification = startFaceVerification;
        this.takeFaceResult = takeFaceResult;
        this.repository = repository;
        this.polls = polls;
        this.proofs = proofs;
        this.purposes = purposes;
        this.clock = clock;
    }

    /** Starts a face verification; its token is shown as QR code to the app. */
    @Status(HttpStatus.CREATED)
    @Post("/face-verifications")
    @SignedIn
    @BeforeGate
    @Write(action = "platform.face.start", idempotent = false)
    @Refuses("face-limit")
    HttpResponse<StartedView> startFaceVerification(
            Caller caller, @Parameter(hidden = true) Language language, @Body @Checked Question body) {
        return started(startFaceVerification.start(new Owner.Account(caller.account()), body), language);
    }

    /** Says where a face verification of the own account stands. */
    @Get("/face-verifications/{id}")
    @SignedIn
    @BeforeGate
    @Read(owner = FaceOwnership.class)
    @Refuses("face-poll-limit")
    Progress showFaceVerification(Caller caller, UUID id, @Parameter(hidden = true) Language language) {
        return progress(new Owner.Account(caller.account()), id, language);
    }

    /** Starts one for who has no account yet but the proof of a phone. */
    @Status(HttpStatus.CREATED)
    @Post("/public/face-verifications")
    @Open
    @Write(action = "platform.face.start", idempotent = false)
    @Refuses({"face-limit", "proof-refused"})
    HttpResponse<StartedView> startFaceVerificationByProof(
            @Header("Code-Proof") @Schema(minLength = 1, maxLength = 200) String proof,
            @Parameter(hidden = true) Language language,
            @Body @Checked Question body) {
        return started(startFaceVerification.start(holder(proof), body), language);
    }

    /** Says where a face verification stands; without the proof that started it there is none. */
    @Get("/public/face-verifications/{id}")
    @Open
    @Read
    @Refuses({"not-found", "face-poll-limit"})
    Progress showFaceVerificationByProof(
            @Nullable @Header("Code-Proof") @Schema(minLength = 1, maxLength = 200) String proof,
            UUID id,
            @Parameter(hidden = true) Language language) {
        var holder = proof == null ? Optional.<UUID>empty() : proofs.holder(proof, purposes.ofNewcomers());
        return holder.map(code -> progress(new Owner.ProofHolder(code), id, language))
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    /** Notes that the app has read a token: until its result comes it shows as scanned. */
    @Post("/face-verifications/scans")
    @Permitted(CoreModule.FACE)
    @Write(action = "platform.face.scan", idempotent = false)
    @Refuses("face-result-refused")
    HttpResponse<Taken> noteScannedFace(
            Authenticated caller, @Parameter(hidden = true) Language language, @Body @Checked ScanBody body) {
        if (!(caller instanceof ClientCaller)) {
            throw DomainException.of(CoreError.FORBIDDEN);
        }
        return takeFaceResult
                .scan(body.token())
                .map(state ->
                        HttpResponse.ok(new Taken(state.code(), state.title().in(language))))
                .orElseThrow(() -> DomainException.of(FaceError.FACE_RESULT_REFUSED));
    }

    /** Takes the signed result for a token from the app that verified the face. */
    @Post("/face-verifications/results")
    @Permitted(CoreModule.FACE)
    @Write(action = "platform.face.result", idempotent = false, phases = Phases.TWO)
    @Refuses("face-result-refused")
    HttpResponse<Taken> takeFaceResult(
            Authenticated caller, @Parameter(hidden = true) Language language, @Body @Checked StatementBody body) {
        if (!(caller instanceof ClientCaller client)) {
            throw DomainException.of(CoreError.FORBIDDEN);
        }
        return switch (takeFaceResult.take(client, body.result())) {
            case Outcome.Taken(var id, var state) ->
                HttpResponse.ok(new Taken(state.code(), state.title().in(language)));
            case Outcome.Refused refused -> throw DomainException.of(FaceError.FACE_RESULT_REFUSED);
        };
    }

    private Owner holder(String proof) {
        return proofs.holder(proof, purposes.ofNewcomers())
                .map(Owner.ProofHolder::new)
                .orElseThrow(() -> DomainException.of(CodeError.PROOF_REFUSED, List.of()));
    }

    private Progress progress(Owner owner, UUID id, Language language) {
        return repository
                .find(id, AppFaceVerification.kind(owner), owner.id())
                .map(row -> {
                    if (row.state(clock.now()).isOpen()) {
                        polls.admit(id);
                    }
                    return Progress.of(row, clock.now(), language);
                })
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    private static HttpResponse<StartedView> started(Started started, Language language) {
        return HttpResponse.created(new StartedView(
                started.id(),
                started.token(),
                FaceState.WAITING.code(),
                FaceState.WAITING.title().in(language),
                started.expiresAt()));
    }
}
