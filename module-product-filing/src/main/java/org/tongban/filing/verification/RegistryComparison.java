package org.tongban.filing.verification;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.core.external.AskBusinessRegistry;
import org.tongban.core.external.AskBusinessRegistry.Answer;
import org.tongban.core.external.BusinessRegistry.Entry;
import org.tongban.core.external.RegistryPhone;
import org.tongban.core.identifier.Folding;
import org.tongban.core.identifier.UnifiedSocialCreditCode;
import org.tongban.core.message.Recipient;
import org.tongban.core.module.Title;
import org.tongban.core.state.Move;
import org.tongban.core.web.Violation;

/** Compares what an enterprise says of itself with the registry of businesses (PF-5). To be asked with no connection held. */
@Singleton
class RegistryComparison {
    private static final Set<String> COMPARED = Set.of("/unitType", "/uscc", "/name", "/legalRepName");
    private static final Title UNKNOWN = new Title("登记机关没有该统一社会信用代码", "The registry knows no such credit code");
    private static final Title NAME = new Title("与登记的名称不一致", "Not the name in the registry");
    private static final Title REPRESENTATIVE =
            new Title("与登记的法定代表人不一致", "Not the legal representative in the registry");

    private final AskBusinessRegistry registry;

    RegistryComparison(AskBusinessRegistry registry) {
        this.registry = registry;
    }

    /**
     * What came of it.
     *
     * @param facts what the registry says, for the reviewer; empty where it was not asked
     * @param formerNames those that the registry knows
     * @param phone that of the registry in clear, which {@link #toString} does not say
     */
    record Compared(
            List<Violation> violations, Map<String, Object> facts, List<String> formerNames, Optional<String> phone) {
        static final Compared NOT_ASKED = new Compared(List.of(), Map.of(), List.of(), Optional.empty());

        @Override
        public String toString() {
            return "Compared[" + violations + "]";
        }
    }

    /** @param wrong what the form's schema refuses: what is wrong there is not asked about */
    Compared compare(JsonNode document, List<Violation> wrong) {
        if (!document.path("unitType").asText().equals("enterprise")
                || wrong.stream().map(Violation::pointer).anyMatch(COMPARED::contains)) {
            return Compared.NOT_ASKED;
        }
        var code = new UnifiedSocialCreditCode(
                Folding.identifier(document.path("uscc").asText()));
        return switch (registry.find(code)) {
            case Answer.Known<Entry>(var entry) -> compared(entry, document);
            case Answer.Unknown<Entry> unknown ->
                new Compared(
                        List.of(new Violation("/uscc", "not-in-registry", UNKNOWN)),
                        Map.of(),
                        List.of(),
                        Optional.empty());
            case Answer.ForReview<Entry> away ->
                new Compared(List.of(), Map.of("answered", false), List.of(), Optional.empty());
        };
    }

    private static Compared compared(Entry entry, JsonNode document) {
        var violations = new ArrayList<Violation>();
        if (!entry.hasName(document.path("name").asText())) {
            violations.add(new Violation("/name", "differs-from-registry", NAME));
        }
        var representative = entry.representative().name();
        if (!Folding.name(representative)
                .equals(Folding.name(document.path("legalRepName").asText()))) {
            violations.add(new Violation("/legalRepName", "differs-from-registry", REPRESENTATIVE));
        }
        var facts = new LinkedHashMap<String, Object>();
        facts.put("answered", true);
        facts.put("name", entry.name());
        facts.put("status", Move.code(entry.status().name()));
        facts.put("legalRepName", representative);
        var address = entry.address();
        if (address != null) {
            facts.put("address", address);
        }
        var capital = entry.registeredCapital();
        if (capital != null) {
            facts.put("registeredCapital", capital.toPlainString());
        }
        return new Compared(violations, facts, entry.formerNames(), phone(entry.phone()));
    }

    private static Optional<String> phone(@Nullable RegistryPhone known) {
        return known != null && known.recipient() instanceof Recipient.Phone(var number)
                ? Optional.of(number)
                : Optional.empty();
    }
}
