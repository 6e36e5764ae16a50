package org.tongban.filing.recognition;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.recognition.RecognitionViews.RecognitionView;
import org.tongban.filing.unit.FilingUnits;

/** The recognitions of the unit's products (PF-55). */
@Controller("/api/product-filing/v1/recognitions")
@Tag(name = "recognition")
class RecognitionController {
    private final FilingUnits units;
    private final RecognitionRepository recognitions;
    private final PublishPatents publishPatents;
    private final PublicityPeriod period;
    private final BusinessClock clock;

    RecognitionController(
            FilingUnits units,
            RecognitionRepository recognitions,
            PublishPatents publishPatents,
            PublicityPeriod period,
            BusinessClock clock) {
        this.units = units;
        this.recognitions = recognitions;
        this.publishPatents = publishPatents;
        this.period = period;
        this.clock = clock;
    }

    @Get
    @Read
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "列出本单位产品的认定", description = "最新的在前，可按状态筛选：候选、暂缓、公示中、已认定、未达标、已撤销、已到期、已接替。")
    @Refuses({"verification-required", "unit-exists"})
    PageOf<RecognitionView> listRecognitions(
            Caller caller,
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
            @QueryValue(defaultValue = "false") boolean count,
            @Parameter(hidden = true) Language language) {
        var unit = units.verified(caller).id();
        var states = RecognitionState.named(state);
        return Keyset.page(
                        Keyset.place(cursor),
                        limit,
                        (edge, most) -> recognitions.below(unit, states, edge, most),
                        (edge, most) -> recognitions.above(unit, states, edge, most),
                        RecognitionRow::id,
                        row -> view(row, language))
                .counted(count, most -> recognitions.count(unit, states, most));
    }

    @Get("/{id}")
    @Read(owner = RecognitionOwnership.class)
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "查看产品的认定", description = "公示中的，含截止日和剩余工作日；已认定的，含证书编号和有效期。")
    @Refuses("unit-exists")
    RecognitionView showRecognition(UUID id, @Parameter(hidden = true) Language language) {
        return view(recognitions.row(id), language);
    }

    @Post("/{id}/patents-publication")
    @Write(action = "product-filing.recognition.publish-patents", owner = RecognitionOwnership.class)
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "公开关联专利", description = "暂缓的产品：同意公开备案时未公开的全部关联专利，公开后由管理员决定是否公示。")
    @Refuses({"not-held", "verification-required", "unit-exists"})
    HttpResponse<RecognitionView> publishPatents(UUID id, Caller caller, @Parameter(hidden = true) Language language) {
        publishPatents.publish(caller, id);
        return HttpResponse.ok(view(recognitions.row(id), language));
    }

    private RecognitionView view(RecognitionRow row, Language language) {
        return RecognitionView.of(row, period, clock.today(), language);
    }
}
