package org.tongban.identity.organisation;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tongban.core.external.BusinessRegistry;
import org.tongban.core.external.BusinessRegistry.Comparison;
import org.tongban.core.external.BusinessRegistry.Entry;
import org.tongban.core.external.BusinessRegistry.Status;
import org.tongban.core.identifier.Folding;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.identifier.UnifiedSocialCreditCode;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;

/** Compares what an organisation says of itself with the registry of businesses (ID-5). To be asked with no connection held. */
@Singleton
public class RegistryCheck {
    private static final Title UNKNOWN = new Title("登记机关没有该统一社会信用代码", "The registry knows no such credit code");
    private static final Title NAME = new Title("与登记的名称不一致", "Not the name in the registry");
    private static final Title REPRESENTATIVE =
            new Title("与登记的法定代表人不一致", "Not the legal representative in the registry");
    private static final Title KIND =
            new Title("与登记的法定代表人证件类型不一致", "Not the kind of document that the registry has of the representative");
    private static final Title NUMBER =
            new Title("与登记的法定代表人证件号码不一致", "Not the ID number of the legal representative in the registry");

    private static final Title NO_LONGER = new Title("该单位已注销或被撤销登记", "The registration of this organisation has ended");

    /** One whose licence was taken, or that is wound up, still has matters to settle; these exist no longer. */
    private static final Set<Status> GONE = EnumSet.of(Status.ANNULLED, Status.DEREGISTERED);

    private final BusinessRegistry registry;

    RegistryCheck(BusinessRegistry registry) {
        this.registry = registry;
    }

    /** What an organisation says of itself. {@link #toString} says nothing of it. */
    public record Claim(
            UnifiedSocialCreditCode code, String name, String representative, IdDocument representativeDocument) {
        @Override
        public String toString() {
            return "Claim[" + code + "]";
        }
    }

    /**
     * What the registry has of it, and in what the claim differs, at {@code /uscc}, {@code /name}, {@code /legalRepName} and
     * {@code /legalRepIdNumber}.
     *
     * @param region the province code of where it is registered
     * @param away whether the registry did not answer, so that nothing was compared
     */
    public record Result(List<String> formerNames, String region, List<Violation> violations, boolean away) {
        /** What is known where the registry did not answer: the code says where it was registered first. */
        static Result ofNobody(UnifiedSocialCreditCode code) {
            return new Result(List.of(), province(code.division()), List.of(), true);
        }

        public Result {
            formerNames = List.copyOf(formerNames);
            violations = List.copyOf(violations);
        }
    }

    /**
     * Asks the registry.
     *
     * @throws org.tongban.core.web.DomainException {@code registry-unavailable}
     */
    public Result compare(Claim claim) {
        var entry = registry.find(claim.code());
        if (entry.isEmpty()) {
            return new Result(
                    List.of(),
                    province(claim.code().division()),
                    List.of(new Violation("/uscc", "not-in-registry", UNKNOWN)),
                    false);
        }
        var found = entry.get();
        var division = found.division();
        return new Result(
                found.formerNames(),
                province(division == null ? claim.code().division() : division),
                differences(found, claim),
                false);
    }

    private List<Violation> differences(Entry entry, Claim claim) {
        var violations = new ArrayList<Violation>();
        if (GONE.contains(entry.status())) {
            violations.add(new Violation("/uscc", "no-longer-registered", NO_LONGER));
        }
        if (!entry.hasName(claim.name())) {
            violations.add(new Violation("/name", "differs-from-registry", NAME));
        }
        if (!Folding.name(entry.representative().name()).equals(Folding.name(claim.representative()))) {
            violations.add(new Violation("/legalRepName", "differs-from-registry", REPRESENTATIVE));
        } else if (entry.representative().idKind() != null
                && entry.representative().idKind()
                        != claim.representativeDocument().kind()) {
            violations.add(new Violation("/legalRepIdNumber", "kind-differs-from-registry", KIND));
        } else if (registry.compareRepresentative(claim.code(), claim.representativeDocument())
                == Comparison.DIFFERENT) {
            violations.add(new Violation("/legalRepIdNumber", "differs-from-registry", NUMBER));
        }
        return violations;
    }

    private static String province(String division) {
        return division.substring(0, 2) + "0000";
    }
}
