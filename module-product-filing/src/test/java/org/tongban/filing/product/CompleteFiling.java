package org.tongban.filing.product;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tongban.core.external.PatentRegistry.LegalStatus;
import org.tongban.core.external.PatentRegistry.PatentKind;
import org.tongban.core.identifier.Folding;
import org.tongban.core.web.Ids;
import org.tongban.filing.patent.Acquisition;
import org.tongban.filing.patent.PatentSource;
import org.tongban.filing.patent.PatentTerm;
import org.tongban.filing.patent.UnitPatent;
import org.tongban.filing.unit.UnitAssets;

/** A filing that breaks no rule, to be broken in one place by a test. */
final class CompleteFiling {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final String UNIT_NAME = "中科大数据研究院";

    final ObjectNode product = (ObjectNode) Documents.read("""
        {"name": "无人机巡检系统", "model": "XJ-200", "categoryCode": "3960", "industryCode": "39",
         "introduction": "用于输电线路巡检的无人机系统。", "purposes": ["recognition"], "firstProductionYear": 2022,
         "sales": "1000", "exports": "100", "exportPlaces": ["DE"], "netProfit": "120", "outputValue": "1100",
         "grossMargin": "31.5", "totalCost": "600", "ipInvestment": "90", "contributionIndex": "12.00",
         "contributionMethod": "investment-ratio", "contributionK": "0.8", "takesPart": true,
         "mainPicture": "019aa000-0000-7000-8000-000000000001",
         "declarations": ["legal-responsibility", "network-security-law", "all-patents-linked"]}
        """);
    final ObjectNode patents = (ObjectNode) Documents.read("{\"patents\": []}");
    private final Map<UUID, UnitPatent> held = new HashMap<>();
    private Optional<UnitAssets> assets = Optional.of(figures());

    CompleteFiling() {
        link(granted("202121635235.X"));
    }

    /** Links a patent of the unit's list. */
    CompleteFiling link(UnitPatent patent) {
        held.put(patent.id(), patent);
        return link(patent.id());
    }

    /** Links an id, in the list or not. */
    CompleteFiling link(UUID id) {
        patents.withArray("patents")
                .addObject()
                .put("patentId", id.toString())
                .put("publicAtFiling", true)
                .put("role", "core")
                .put("inDispute", false);
        return this;
    }

    CompleteFiling with(String field, String value) {
        product.put(field, value);
        return this;
    }

    CompleteFiling without(String field) {
        product.remove(field);
        return this;
    }

    CompleteFiling withoutPatents() {
        patents.withArray("patents").removeAll();
        return this;
    }

    CompleteFiling withoutAssets() {
        assets = Optional.empty();
        return this;
    }

    Submission submission() {
        return new Submission(
                product,
                patents,
                Documents.read("{}"),
                TODAY.getYear() - 1,
                Optional.of(TODAY.getYear() - 1),
                Optional.empty(),
                assets,
                Map.copyOf(held),
                Set.of(Folding.name(UNIT_NAME)),
                TODAY);
    }

    static UnitPatent granted(String number) {
        return patent(number, UNIT_NAME, LegalStatus.GRANTED, LocalDate.of(2021, 7, 15), true);
    }

    static UnitPatent patent(String number, String holder, LegalStatus status, LocalDate filedOn, boolean verified) {
        return new UnitPatent(
                Ids.next(),
                new UUID(0, 1),
                number,
                PatentKind.UTILITY_MODEL,
                "无人机巡检系统",
                List.of(holder),
                filedOn,
                filedOn.plusYears(1),
                status,
                filedOn.plusYears(1),
                PatentTerm.expiresOn(PatentKind.UTILITY_MODEL, filedOn),
                Acquisition.ORIGINAL,
                PatentSource.AUTOMATIC,
                verified,
                1,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static UnitAssets figures() {
        return new UnitAssets(
                new UUID(0, 1),
                TODAY.getYear() - 1,
                new BigDecimal("800"),
                new BigDecimal("95"),
                new BigDecimal("200"),
                new BigDecimal("1000"),
                new BigDecimal("500"),
                new BigDecimal("1200"),
                new BigDecimal("60"),
                new BigDecimal("70"),
                new BigDecimal("-5"),
                new BigDecimal("30"),
                new BigDecimal("2000"),
                40);
    }
}
