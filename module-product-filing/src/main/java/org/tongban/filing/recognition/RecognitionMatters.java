package org.tongban.filing.recognition;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.file.RecordRef;
import org.tongban.core.module.Title;
import org.tongban.core.overview.Matter;
import org.tongban.core.overview.Matter.Acts;
import org.tongban.core.overview.Matters;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.product.Product;
import org.tongban.filing.unit.FilingUnit;

/** Tells the unit's accounts where the recognition of its products stands (CO-39). */
@Singleton
class RecognitionMatters {
    private static final Title WAIT = new Title("等待认定", "Wait for the decision");
    private static final Title PUBLISH = new Title("公开关联专利", "Make the linked patents public");
    private static final Title PUBLICITY = new Title("公示", "Publicity");
    private static final Title NOTHING = new Title("无需操作", "Nothing to do");

    private final Matters matters;
    private final PublicityPeriod period;

    RecognitionMatters(Matters matters, PublicityPeriod period) {
        this.matters = matters;
        this.period = period;
    }

    /** A recognition of a unit's product. */
    record Noted(Recognition recognition, Product product, FilingUnit unit) {}

    void note(List<Noted> all) {
        var open = new ArrayList<Matter>();
        var over = new ArrayList<UUID>();
        for (var noted : all) {
            matter(noted)
                    .ifPresentOrElse(
                            open::add, () -> over.add(noted.recognition().id()));
        }
        matters.putAll(open);
        matters.closeAll(over);
    }

    private Optional<Matter> matter(Noted noted) {
        var recognition = noted.recognition();
        return switch (recognition.state()) {
            case CANDIDATE -> Optional.of(of(noted, Acts.REVIEWER, WAIT, null));
            case HELD -> Optional.of(of(noted, Acts.APPLICANT, PUBLISH, null));
            case IN_PUBLICITY ->
                Optional.of(of(noted, Acts.SYSTEM, PUBLICITY, null)
                        .within(period.counted(recognition.requirePublicityStart())));
            case RECOGNISED -> Optional.of(of(noted, Acts.NOBODY, NOTHING, recognition.requireValidUntil()));
            case NOT_MET, REVOKED, EXPIRED, SUPERSEDED -> Optional.empty();
        };
    }

    /** Once its organisation comes in by other sign-ins, those see it as well (ID-41). */
    private static Matter of(Noted noted, Acts acts, Title nextAction, @Nullable LocalDate dueOn) {
        var recognition = noted.recognition();
        var unit = noted.unit();
        return new Matter(
                new RecordRef(Recognitions.RECORD, recognition.id()),
                unit.organisation(),
                unit.isJoined() ? Matter.EVERY_REALM : ProductFilingModule.REALM,
                noted.product().name() + "（" + recognition.year() + "年度认定）",
                recognition.certificateNumber(),
                recognition.state(),
                acts,
                nextAction,
                dueOn,
                Recognitions.link(recognition.id()));
    }
}
