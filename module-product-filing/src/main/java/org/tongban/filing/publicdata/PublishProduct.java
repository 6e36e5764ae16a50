package org.tongban.filing.publicdata;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.event.Events;
import org.tongban.core.event.NewEvent;
import org.tongban.core.form.Forms;
import org.tongban.core.identifier.SearchGrams;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Columns;
import org.tongban.core.web.Ids;
import org.tongban.filing.PublicStateChanged;
import org.tongban.filing.publicdata.FiledProduct.PublicPatent;

/** Writes a filed product into the public read model, in the transaction that files it (PF-70). */
@Singleton
public class PublishProduct {
    private final PublicProductRepository products;
    private final IndexProduct index;
    private final SuggestedNames names;
    private final Forms forms;
    private final Events events;
    private final BusinessClock clock;

    PublishProduct(
            PublicProductRepository products,
            IndexProduct index,
            SuggestedNames names,
            Forms forms,
            Events events,
            BusinessClock clock) {
        this.products = products;
        this.index = index;
        this.names = names;
        this.forms = forms;
        this.events = events;
        this.clock = clock;
    }

    /** Publishes it as filed. */
    public void publish(FiledProduct filed) {
        var fields = PublicFields.select(filed.product(), PublicFields.of(forms.schema(filed.productForm())));
        var shown = new PublicProduct(
                filed.id(),
                Ids.next(),
                filed.name(),
                filed.unitName(),
                filed.uscc(),
                filed.division(),
                PublicState.FILED.code(),
                filed.dataYear(),
                filed.filedOn(),
                filed.filingNumber(),
                fields.toString(),
                patents(filed.patents()).toString(),
                false,
                null,
                null,
                null,
                null,
                filed.filedAt());
        products.add(shown);
        index.index(shown);
        names.keep(filed.name(), filed.unitName());
    }

    /** Puts the texts of a product right that the public sees already; its place, number and date stay (CO-46e). */
    public void correct(FiledProduct filed) {
        var fields = PublicFields.select(filed.product(), PublicFields.of(forms.schema(filed.productForm())));
        products.correct(filed.id(), fields.toString(), filed.filedAt());
        products.ofId(filed.id()).ifPresent(index::index);
    }

    /** Publishes other data of a product that the public sees already; its place, number and date stay (PF-40). */
    public void renew(FiledProduct filed) {
        products.renew(
                filed.id(),
                filed.name(),
                filed.unitName(),
                filed.division(),
                filed.dataYear(),
                patents(filed.patents()).toString());
        names.keep(filed.name(), filed.unitName());
        correct(filed);
    }

    /**
     * What the public sees of the recognition of a product.
     *
     * @param recognised whether it is in force; else staff have put it into publicity
     * @param publicityStart the day after which its publicity began
     */
    public record PublicRecognition(
            boolean recognised,
            LocalDate publicityStart,
            @Nullable LocalDate recognisedOn,
            @Nullable LocalDate validUntil,
            @Nullable String certificateNumber) {

        /** Publicity begins at the end of the day of its decision (PF-51). */
        PublicState stateOn(LocalDate today) {
            if (recognised) {
                return PublicState.RECOGNISED;
            }
            return today.isAfter(publicityStart) ? PublicState.IN_PUBLICITY : PublicState.FILED;
        }
    }

    /**
     * Shows products that are public as recognised, in publicity, or, where there is nothing or publicity has not begun, as
     * filed (PF-70, PF-82).
     *
     * @param recognitions what is to be seen of each product; nothing of one that is only filed
     */
    public void show(Map<UUID, Optional<PublicRecognition>> recognitions) {
        var rows = products.lockShown(Columns.of(recognitions.keySet())).stream()
                .map(row -> new Showing(
                        row, Objects.requireNonNull(recognitions.get(row.id())).orElse(null), clock.today()))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        products.show(
                Columns.of(rows, row -> row.shown().id()),
                Columns.of(rows, Showing::state),
                Columns.of(rows, row -> ProductFacets.state(row.shown().state())),
                Columns.of(rows, row -> ProductFacets.state(row.state())),
                Columns.of(rows, Showing::grams),
                Columns.of(rows, Showing::searchText),
                Columns.of(rows, row -> row.seen(PublicRecognition::publicityStart)),
                Columns.of(rows, row -> row.seen(PublicRecognition::recognisedOn)),
                Columns.of(rows, row -> row.seen(PublicRecognition::validUntil)),
                Columns.of(rows, Showing::number),
                clock.now());
        events.publishAll(rows.stream()
                .filter(row -> !row.shown().state().equals(row.state()))
                .map(row -> new NewEvent(
                        row.shown().id(),
                        new PublicStateChanged(row.shown().id(), row.shown().state(), row.state())))
                .toList());
    }

    /** A page as it was, and what it is to show. */
    private record Showing(ShownRow shown, @Nullable PublicRecognition recognition, LocalDate today) {
        String state() {
            return (recognition == null ? PublicState.FILED : recognition.stateOn(today)).code();
        }

        @Nullable
        String number() {
            return recognition == null ? null : recognition.certificateNumber();
        }

        @Nullable
        String grams() {
            var number = number();
            return number == null ? null : String.join("\n", SearchGrams.of(number));
        }

        String searchText() {
            return SearchText.withCertificate(shown.searchText(), shown.certificateNumber(), number());
        }

        @Nullable
        Object seen(Columns.Value<PublicRecognition> value) {
            return recognition == null ? null : value.of(recognition);
        }
    }

    /** Takes it away from the public: it is found and shown no more. */
    public void withdraw(UUID product) {
        products.delete(product);
    }

    /** Says on its page whether any linked patent is valid (PF-35). */
    public void showLapsed(UUID product, boolean lapsed, Instant now) {
        products.showLapsed(product, lapsed, now);
    }

    private static ArrayNode patents(List<PublicPatent> patents) {
        var rows = JsonNodeFactory.instance.arrayNode();
        for (var patent : patents) {
            var row = rows.addObject()
                    .put("patentNumber", patent.patentNumber())
                    .put("title", patent.title())
                    .put("kind", patent.kind())
                    .put("legalStatus", patent.legalStatus());
            var holders = row.putArray("holders");
            patent.holders().forEach(holders::add);
        }
        return rows;
    }
}
