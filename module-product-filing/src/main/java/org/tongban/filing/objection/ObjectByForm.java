package org.tongban.filing.objection;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.calendar.Deadline;
import org.tongban.core.module.Language;
import org.tongban.core.module.Title;
import org.tongban.core.publicdata.PublicForm;
import org.tongban.core.publicdata.PublicRecord;
import org.tongban.core.time.BusinessClock;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.objection.FollowObjection.Followed;
import org.tongban.filing.recognition.PublicityPeriod;
import org.tongban.filing.recognition.Recognition;
import org.tongban.filing.recognition.RecognitionState;
import org.tongban.filing.recognition.Recognitions;

/** The objection as a form on the pages of a portal, on the use cases of the API (PF-60). */
@Singleton
class ObjectByForm implements PublicForm.Handler {
    private final ReceiveObjection receiveObjection;
    private final FollowObjection followObjection;
    private final Recognitions recognitions;
    private final PublicityPeriod period;

    ObjectByForm(
            ReceiveObjection receiveObjection,
            FollowObjection followObjection,
            Recognitions recognitions,
            PublicityPeriod period) {
        this.receiveObjection = receiveObjection;
        this.followObjection = followObjection;
        this.recognitions = recognitions;
        this.period = period;
    }

    @Override
    public String form() {
        return ProductFilingModule.OBJECTION_FORM;
    }

    @Override
    public Optional<Title> open(UUID product) {
        return recognitions.openToObjections(product).map(this::until);
    }

    @Override
    public Optional<Title> closed(UUID product) {
        return Optional.of(recognitions.whyClosed(product));
    }

    private Title until(Recognition recognition) {
        if (recognition.state() != RecognitionState.IN_PUBLICITY) {
            return new Title(
                    "该产品已被认定，认定有效期内均可提出异议。", "The product is recognised: object while its recognition is valid.");
        }
        return switch (period.end(recognition.requirePublicityStart())) {
            case Deadline.Determined(var last, var ignored) -> until(last, "", "");
            case Deadline.NotDeterminable(var from, var days, var provisional) ->
                until(provisional, "（暂定）", " (provisional)");
        };
    }

    private static Title until(LocalDate last, String zh, String en) {
        var day = PublicRecord.date(last);
        return new Title(
                "该产品正在公示，公示期至%s 24:00%s；在此之前提交的异议有效。".formatted(day.zh(), zh),
                "The product is in publicity until %s 24:00%s: objections up to then count.".formatted(day.en(), en));
    }

    @Override
    public Optional<Title> hindrance(JsonNode document) {
        return receiveObjection.hindrance(document);
    }

    @Override
    public PublicForm.Receipt submit(JsonNode document) {
        var received = receiveObjection.receive(document);
        return new PublicForm.Receipt(received.receiptNumber(), received.followUpCode(), received.before());
    }

    @Override
    public Optional<PublicForm.Progress> follow(String receiptNumber, String code, Language language) {
        return followObjection.found(receiptNumber, code).map(ObjectByForm::progress);
    }

    @Override
    public Optional<UUID> receipt(String receiptNumber, String code) {
        return followObjection.receipt(receiptNumber, code);
    }

    private static PublicForm.Progress progress(Followed followed) {
        var objection = followed.objection();
        return new PublicForm.Progress(
                objection.number(),
                followed.productName(),
                objection.state().code(),
                objection.state().title(),
                meaning(objection.state()),
                facts(objection));
    }

    private static List<PublicForm.Progress.Fact> facts(Objection objection) {
        var facts = new ArrayList<PublicForm.Progress.Fact>();
        facts.add(new PublicForm.Progress.Fact(
                new Title("收到日期", "Received on"), PublicRecord.date(objection.receivedOn())));
        var decidedAt = objection.decidedAt();
        if (decidedAt != null) {
            var day = LocalDate.ofInstant(decidedAt, BusinessClock.ZONE);
            facts.add(new PublicForm.Progress.Fact(new Title("办结日期", "Decided on"), PublicRecord.date(day)));
        }
        var reason = objection.reason();
        if (reason != null) {
            facts.add(new PublicForm.Progress.Fact(new Title("理由", "Reason"), new Title(reason, reason)));
        }
        return facts;
    }

    private static Title meaning(ObjectionState state) {
        return switch (state) {
            case RECEIVED -> new Title("您的异议已收到，正在审查是否受理。", "It has come in and is looked at.");
            case TAKEN_UP -> new Title("您的异议已受理，正在核查。", "It was taken up and is being examined.");
            case STATEMENT_ASKED -> new Title("已要求产品备案单位作出说明。", "The unit was asked for its statement.");
            case UPHELD ->
                new Title(
                        "经核查，您反映的问题属实，已撤销该产品的公示或者认定。",
                        "What you said is right: the product's recognition was revoked.");
            case NOT_UPHELD ->
                new Title("经核查，您反映的问题不成立，该产品的公示或者认定不变。", "It was examined and not upheld: the product stays as it is.");
            case DISMISSED -> new Title("您的异议未被受理，理由见下。", "It was not taken up, for the reason below.");
        };
    }
}
