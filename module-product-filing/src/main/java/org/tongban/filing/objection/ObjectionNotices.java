package org.tongban.filing.objection;

import jakarta.inject.Singleton;
import java.util.Map;
import org.tongban.core.file.RecordRef;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.module.Title;
import org.tongban.core.overview.Matter;
import org.tongban.core.overview.Matter.Acts;
import org.tongban.core.overview.Matters;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.ToldDay;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.unit.FilingUnits;
import org.tongban.filing.unit.UnitNotices;

/** Tells the objector and the unit what becomes of an objection, neither anything of the other (PF-61). */
@Singleton
class ObjectionNotices {
    private static final String RECEIVED = "filing.objection-received";
    private static final String RESULT = "filing.objection-result";
    private static final String STATEMENT_ASKED = "filing.statement-asked";
    private static final String PRODUCT = "product";
    private static final Title STATE_IT = new Title("提交说明", "Give the statement");
    private static final Title WAIT = new Title("等待处理结果", "Wait for the result");

    private final Outbox outbox;
    private final UnitNotices unitNotices;
    private final Matters matters;
    private final FiledProducts products;
    private final FilingUnits units;
    private final StatementPeriod period;

    ObjectionNotices(
            Outbox outbox,
            UnitNotices unitNotices,
            Matters matters,
            FiledProducts products,
            FilingUnits units,
            StatementPeriod period) {
        this.outbox = outbox;
        this.unitNotices = unitNotices;
        this.matters = matters;
        this.products = products;
        this.units = units;
        this.period = period;
    }

    /** Where the unit reads one. */
    static String link(Objection objection) {
        return UnitObjectionController.PATH + "/" + objection.id();
    }

    void received(Objector objector, String product, String receipt) {
        tell(objector, RECEIVED, Map.of(PRODUCT, product, "receipt", receipt));
    }

    /** Tells the unit until when it may state its view, and puts that into its overview (CO-39). */
    void statementAsked(Objection objection) {
        var unit = units.of(objection.unit());
        var name = products.of(objection.product()).name();
        unitNotices.tell(
                STATEMENT_ASKED,
                unit,
                Map.of(PRODUCT, name, "date", ToldDay.endOf(period.end(objection))),
                link(objection));
        note(objection);
    }

    /** Notes in the unit's overview who has to do something. */
    void note(Objection objection) {
        var unit = units.of(objection.unit());
        boolean stated = objection.statedAt() != null;
        var matter = new Matter(
                new RecordRef(ObjectionFiles.STATEMENT, objection.requireStatementId()),
                unit.organisation(),
                unit.isJoined() ? Matter.EVERY_REALM : ProductFilingModule.REALM,
                products.of(objection.product()).name() + "（异议说明）",
                objection.number(),
                objection.state(),
                stated ? Acts.REVIEWER : Acts.APPLICANT,
                stated ? WAIT : STATE_IT,
                null,
                link(objection));
        matters.put(stated ? matter : matter.within(period.counted(objection)));
    }

    /** Tells both the result, and takes it out of the unit's overview. */
    void decided(Objection objection, Objector objector) {
        var result = objection.state().title().zh() + "：" + objection.reason();
        var said = Map.of(
                PRODUCT, products.of(objection.product()).name(), "receipt", objection.number(), "result", result);
        tell(objector, RESULT, said);
        unitNotices.tell(RESULT, units.of(objection.unit()), said, link(objection));
        if (objection.statementId() != null) {
            matters.close(objection.statementId());
        }
    }

    private void tell(Objector objector, String message, Map<String, String> said) {
        if (objector.isForgotten()) {
            return;
        }
        if (objector.phoneProven()) {
            outbox.send(message, new Recipient.Phone(objector.phone()), said);
        }
        outbox.send(message, new Recipient.Email(objector.email()), said);
    }
}
