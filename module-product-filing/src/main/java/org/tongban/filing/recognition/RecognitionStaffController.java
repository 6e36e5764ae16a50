package org.tongban.filing.recognition;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Violation;
import org.tongban.core.web.Write;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.recognition.DecideRecognition.Refusal;
import org.tongban.filing.recognition.RecognitionViews.Decided;
import org.tongban.filing.recognition.RecognitionViews.RecognitionView;
import org.tongban.filing.round.NationalRounds;

/** What staff see and decide of a round's recognitions (PF-50). */
@Controller("/api/product-filing/v1")
@Tag(name = "recognition")
class RecognitionStaffController {
    private final RecognitionRepository recognitions;
    private final DecideRecognition decideRecognition;
    private final PublicityPeriod period;
    private final BusinessClock clock;

    RecognitionStaffController(
            RecognitionRepository recognitions,
            DecideRecognition decideRecognition,
            PublicityPeriod period,
            BusinessClock clock) {
        this.recognitions = recognitions;
        this.decideRecognition = decideRecognition;
        this.period = period;
        this.clock = clock;
    }

    @Get("/rounds/{year}/recognitions")
    @Read(owner = NationalRounds.class, record = "year")
    @Permitted(ProductFilingModule.MANAGE_ROUNDS)
    @Operation(summary = "列出某年度的认定", description = "可按状态筛选；限全国范围的管理员。")
    PageOf<RecognitionView> listRoundRecognitions(
            @PathVariable @Schema(example = "2027") String year,
            @Nullable
                    @QueryValue
                    @Schema(
                            type = "string",
                            allowableValues = {
                                "candidate",
                                "held",
                                "not-met",
                                "in-publicity",
                                "recognised",
                                "revoked",
                                "expired",
                                "superseded"
                            })
                    String state,
            @Nullable @QueryValue @Schema(maxLength = 100) String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit,
            @Parameter(hidden = true) Language language) {
        return Keyset.page(
                recognitions.ofRound(
                        Integer.parseInt(year), RecognitionState.named(state), Keyset.before(cursor), limit + 1),
                limit,
                RecognitionRow::id,
                row -> view(row, language));
    }

    @Get("/recognitions/{id}/decision")
    @Read(owner = RecognitionStaffOwnership.class)
    @Permitted(ProductFilingModule.MANAGE_ROUNDS)
    @Operation(summary = "查看认定及其决定", description = "限全国范围的管理员；单位用 /recognitions/{id} 查看。")
    @Refuses("not-found")
    RecognitionView showDecidedRecognition(UUID id, @Parameter(hidden = true) Language language) {
        return view(recognitions.row(id), language);
    }

    @Post("/recognitions/{id}/decision")
    @Write(action = "product-filing.recognition.decide", owner = RecognitionStaffOwnership.class)
    @Permitted(ProductFilingModule.MANAGE_ROUNDS)
    @Operation(summary = "决定是否进入公示", description = "publicity 进入公示，held 因专利未公开暂缓，not-met 未达标（须写明理由）。")
    @Refuses({"illegal-move", "patents-hidden", "patents-lapsed", "patents-public", "not-filed", "revocation-in-review"
    })
    HttpResponse<RecognitionView> decideRecognition(
            UUID id, Caller caller, @Body @Checked Decided body, @Parameter(hidden = true) Language language) {
        switch (body.decision()) {
            case "publicity" -> decideRecognition.publish(id, null);
            case "held" -> decideRecognition.hold(id, null);
            default -> decideRecognition.refuse(id, new Refusal(null, caller.account(), reason(body), Map.of()));
        }
        return HttpResponse.ok(view(recognitions.row(id), language));
    }

    private static String reason(Decided body) {
        var reason = body.reason();
        if (reason == null || reason.isBlank()) {
            throw DomainException.of(
                    CoreError.INVALID_INPUT,
                    List.of(new Violation("/reason", "required", new Title("请写明理由。", "Give the reason."))));
        }
        return reason.strip();
    }

    private RecognitionView view(RecognitionRow row, Language language) {
        return RecognitionView.of(row, period, clock.today(), language);
    }
}
