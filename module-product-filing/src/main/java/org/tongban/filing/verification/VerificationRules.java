package org.tongban.filing.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongban.core.account.Organisation;
import org.tongban.core.identifier.Folding;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;
import org.tongban.filing.asset.AssetRules;

/** What must hold of a verification or a change beyond its form's schema (PF-6, PF-8, PF-10). */
final class VerificationRules {
    private static final List<String> MARKED = List.of(
            "unitType",
            "name",
            "registeredAddress",
            "officeAddress",
            "registeredCapital",
            "industryCode",
            "enterpriseType",
            "enterpriseSize",
            "legalRepName",
            "legalRepPhone",
            "contactName",
            "contactPhone",
            "certificate",
            "commitment");

    private VerificationRules() {}

    /** What holds of both kinds. */
    static List<Violation> check(JsonNode document, LocalDate today) {
        var violations = new ArrayList<Violation>();
        var validTo = document.path("certificateValidTo").asText();
        // Days in ISO spelling are in the order of their texts.
        if (!validTo.isEmpty() && validTo.compareTo(today.toString()) < 0) {
            violations.add(
                    violation("/certificateValidTo", "expired", "证照已过有效期", "The certificate is no longer valid"));
        }
        AssetRules.check(document.path("assets")).forEach(violation -> violations.add(violation.under("/assets")));
        return violations;
    }

    /** An organisation that is known already is verified as what it is (ID-9). */
    static List<Violation> ofOrganisation(JsonNode document, Organisation organisation) {
        var violations = new ArrayList<Violation>();
        if (!isCode(document, organisation)) {
            violations.add(violation(
                    "/uscc", "other-organisation", "不是本单位的统一社会信用代码", "Not the credit code of this organisation"));
        }
        if (!Folding.name(document.path("name").asText()).equals(Folding.name(organisation.name()))) {
            violations.add(violation("/name", "other-organisation", "不是本单位的名称", "Not the name of this organisation"));
        }
        return violations;
    }

    /** A change keeps the code, and says of everything that is another that it is. */
    static List<Violation> ofChange(JsonNode document, Organisation organisation, Optional<JsonNode> before) {
        var violations = new ArrayList<Violation>();
        if (!isCode(document, organisation)) {
            violations.add(
                    violation("/uscc", "not-changeable", "统一社会信用代码不能变更", "The credit code of a unit does not change"));
        }
        var marked = new HashSet<String>();
        document.path("changed").forEach(field -> marked.add(field.asText()));
        changed(document, organisation, before)
                .filter(field -> !marked.contains(field))
                .map(field ->
                        violation("/changed", "not-marked", "未标明已变更的项目：" + field, "Changed, and not marked: " + field))
                .forEach(violations::add);
        return violations;
    }

    private static Stream<String> changed(JsonNode document, Organisation organisation, Optional<JsonNode> before) {
        var fields = new ArrayList<String>();
        if (document.has("assets")) {
            fields.add("assets");
        }
        if (before.isEmpty()) {
            if (!document.path("name").asText().equals(organisation.name())) {
                fields.add("name");
            }
            return fields.stream();
        }
        MARKED.stream()
                .filter(field -> !document.path(field)
                        .asText()
                        .equals(before.get().path(field).asText()))
                .forEach(fields::add);
        return fields.stream();
    }

    /** The figures that a filing rests on stay as they are (PF-10). */
    static Violation locked(int year) {
        return violation(
                "/assets",
                "locked",
                "已有审核中或已备案的产品使用%d年度资产信息，不能修改。".formatted(year),
                "A filing rests on the figures of %d: they are locked.".formatted(year));
    }

    /** A phone of the representative is needed where the registry knows none (PF-5). */
    static Violation phoneRequired() {
        return violation(
                "/" + PersonalPhones.REPRESENTATIVE, "required", "请填写法定代表人电话", "Give the legal representative's phone");
    }

    private static boolean isCode(JsonNode document, Organisation organisation) {
        return Folding.identifier(document.path("uscc").asText()).equals(organisation.uscc());
    }

    private static Violation violation(String pointer, String code, String zh, String en) {
        return new Violation(pointer, code, new Title(zh, en));
    }
}
