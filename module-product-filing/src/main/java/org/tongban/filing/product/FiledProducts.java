package org.tongban.filing.product;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongban.core.account.Organisation;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.event.Events;
import org.tongban.core.overview.Matter;
import org.tongban.core.review.ReviewHandler.Change;
import org.tongban.core.review.ReviewHandler.Outcome;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Columns;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;
import org.tongban.filing.FilingActor;
import org.tongban.filing.FilingError;
import org.tongban.filing.ProductReinstated;
import org.tongban.filing.ProductRevoked;
import org.tongban.filing.asset.AssetDocument;
import org.tongban.filing.publicdata.PublishProduct;
import org.tongban.filing.unit.FilingUnit;
import org.tongban.filing.unit.FilingUnits;
import org.tongban.filing.unit.UnitNotices;

/** What becomes of a product after it was filed; in the transaction under way (PF-80). */
@Singleton
public class FiledProducts {
    private final ProductRepository products;
    private final FilingUnits units;
    private final OrganisationDirectory organisations;
    private final Submissions submissions;
    private final PublishProduct publishProduct;
    private final UnitNotices notices;
    private final ProductMatters matters;
    private final Events events;
    private final BusinessClock clock;

    FiledProducts(
            ProductRepository products,
            FilingUnits units,
            OrganisationDirectory organisations,
            Submissions submissions,
            PublishProduct publishProduct,
            UnitNotices notices,
            ProductMatters matters,
            Events events,
            BusinessClock clock) {
        this.products = products;
        this.units = units;
        this.organisations = organisations;
        this.submissions = submissions;
        this.publishProduct = publishProduct;
        this.notices = notices;
        this.matters = matters;
        this.events = events;
        this.clock = clock;
    }

    /** A product whose id a record of the module holds. */
    public Product of(UUID id) {
        return products.ofId(id).orElseThrow(() -> new IllegalStateException("no product " + id));
    }

    /** The same, which stays as it is until the transaction ends. */
    public Product lock(UUID id) {
        return products.lock(id).orElseThrow(() -> new IllegalStateException("no product " + id));
    }

    /** Many at once, which stay as they are until the transaction ends. */
    public Map<UUID, Product> lockAll(List<UUID> ids) {
        return products.lockAll(Columns.of(ids)).stream().collect(Collectors.toMap(Product::id, Function.identity()));
    }

    /** What many products are called. */
    public Map<UUID, Named> named(Set<UUID> ids) {
        return products.named(Columns.of(ids)).stream().collect(Collectors.toMap(Named::id, Function.identity()));
    }

    /** The organisations whose products they are, by the units. */
    public Map<UUID, Organisation> organisations(Collection<Product> of) {
        var found = units.ofAll(of.stream().map(Product::unit).collect(Collectors.toSet()));
        var known = organisations.findAll(
                found.values().stream().map(FilingUnit::organisation).toList());
        return found.values().stream()
                .collect(Collectors.toMap(
                        FilingUnit::id, unit -> Objects.requireNonNull(known.get(unit.organisation()))));
    }

    /** The organisation whose product it is. */
    public Organisation organisation(Product product) {
        return organisations.find(unit(product).organisation()).orElseThrow();
    }

    /** The account that answers for it: who filed it, unless its unit has passed to others since (PF-7). */
    public UUID answerable(Product product) {
        var unit = unit(product);
        var accounts = units.accounts(unit);
        return accounts.isEmpty() || unit.isJoined() || accounts.contains(product.createdBy())
                ? product.createdBy()
                : accounts.getFirst();
    }

    /** Where it stands, for those it belongs to; empty once it is revoked. */
    public Optional<Matter> matter(UUID id) {
        return products.lock(id)
                .filter(product -> product.state() != ProductState.REVOKED)
                .map(matters::of);
    }

    /** Makes a move that changes nothing the public sees. */
    public Product move(Product product, ProductMove move, FilingActor actor) {
        var moved = product.moved(move, actor, clock.now());
        products.store(moved);
        matters.note(moved);
        return moved;
    }

    /** Tells the unit, and who asked by a sign-in of another programme (ID-41), what the move's message says. */
    public void tell(Product product, ProductMove move, UUID asked, Map<String, String> parameters) {
        move.message()
                .ifPresent(message -> notices.tell(
                        message, unit(product).organisation(), asked, parameters, ProductMatters.link(product.id())));
    }

    /** Tells the unit alone. */
    public void tell(Product product, String message, Map<String, String> parameters) {
        notices.tell(message, unit(product), parameters, ProductMatters.link(product.id()));
    }

    /**
     * Ends a filing by one of the two moves that do (PF-35): the public sees it no more.
     *
     * @param asked the account that asked for it
     */
    public Product revoke(Product product, ProductMove move, FilingActor actor, UUID asked) {
        var revoked = product.moved(move, actor, clock.now());
        products.store(revoked);
        publishProduct.withdraw(revoked.id());
        matters.close(revoked.id());
        tell(revoked, move, asked, Map.of("product", revoked.name()));
        events.publish(
                revoked.id(),
                move.requireEvent(new ProductRevoked(
                        revoked.id(), revoked.unit(), unit(revoked).organisation(), revoked.number(), revoked.name())));
        return revoked;
    }

    /**
     * Files it again with its number and date, after its revocation fell (CO-46d).
     *
     * @throws DomainException {@code illegal-move} where its unit has filed the same anew since
     */
    public Product reinstate(Product product) {
        var filed = product.moved(ProductMove.REINSTATE, FilingActor.REVIEWER, clock.now());
        storeDecided(product, filed, ProductMove.REINSTATE.code());
        var organisation = organisation(filed);
        publishProduct.publish(FiledRecord.of(filed, submissions.of(filed, organisation), organisation));
        matters.note(filed);
        events.publish(
                filed.id(),
                ProductMove.REINSTATE.requireEvent(new ProductReinstated(
                        filed.id(), filed.unit(), organisation.id(), filed.number(), filed.name())));
        return filed;
    }

    /** Everything that a product with the figures of another year would break (PF-40), with the pointers of a filing. */
    public List<Violation> check(Product product, Renewal renewal) {
        var renewed = product.renewed(renewal, clock.now());
        products.requireOnce(renewed);
        return SubmissionRules.check(submissions.of(renewed, organisation(product), renewal.dataYear()));
    }

    /** What a reviewer sees beside the update: the unit's figures, and the linked patents as they stand now. */
    public Map<String, Object> facts(Product product, Renewal renewal) {
        var renewed = product.renewed(renewal, clock.now());
        var submission = submissions.of(renewed, organisation(product), renewal.dataYear());
        return Map.of(
                "assets",
                AssetDocument.members(submission.assets().orElseThrow()),
                "linkedPatents",
                Submissions.facts(submission));
    }

    /**
     * Takes the figures of another year, and publishes the product anew at its place (PF-40).
     *
     * @param outcome the approval, which says how patents were confirmed that the registry does not know (PF-32)
     */
    public Product renew(Product product, Renewal renewal, Outcome outcome) {
        var renewed = product.renewed(renewal, clock.now());
        var organisation = organisation(product);
        var submission = submissions.of(renewed, organisation, renewal.dataYear());
        UnverifiedPatents.requireNote(submission, outcome);
        storeDecided(product, renewed, "approve");
        publishProduct.renew(FiledRecord.of(renewed, submission, organisation));
        matters.note(renewed);
        return renewed;
    }

    /**
     * Puts clerical errors right in the product part, of which alone texts are marked as correctable; the public sees the new
     * ones, the state stays (CO-46e).
     */
    public void correct(Product product, List<Change> changes) {
        ObjectNode document = Documents.read(product.product()).deepCopy();
        for (var change : changes) {
            document.put(change.pointer().substring(change.pointer().lastIndexOf('/') + 1), change.after());
        }
        var corrected = product.with(ProductPart.PRODUCT, document.toString(), clock.now());
        products.store(corrected);
        var organisation = organisation(corrected);
        publishProduct.correct(FiledRecord.of(corrected, submissions.of(corrected, organisation), organisation));
    }

    /** Whether a linked patent was hidden at filing, which keeps it out of publicity (PF-50). */
    public boolean hasHiddenPatents(Product product) {
        return LinkedPatents.isAnyHidden(product);
    }

    /** Makes all linked patents public, as its unit wants; what was submitted stays with its case (PF-50). */
    public Product publishPatents(Product product) {
        var opened = product.with(ProductPart.PATENTS, LinkedPatents.allPublic(product), clock.now());
        products.store(opened);
        var organisation = organisation(opened);
        publishProduct.renew(FiledRecord.of(opened, submissions.of(opened, organisation), organisation));
        return opened;
    }

    /** The files that its parts name. */
    public Set<UUID> files(Product product) {
        return FiledFiles.of(product);
    }

    /** Says on the public page whether any linked patent is valid (PF-35). */
    public void showLapsed(UUID product, boolean lapsed) {
        publishProduct.showLapsed(product, lapsed, clock.now());
    }

    /** A decision has no codes of the module: what stands in its way is told by the sentence. */
    private void storeDecided(Product before, Product after, String move) {
        try {
            StoreOnce.store(products, after);
        } catch (DomainException refused) {
            if (refused.code() != FilingError.DUPLICATE_PRODUCT) {
                throw refused;
            }
            throw DomainException.of(CoreError.ILLEGAL_MOVE)
                    .with("from", before.state().code())
                    .with("to", after.state().code())
                    .with("move", move)
                    .withDetail(FilingError.DUPLICATE_PRODUCT.title());
        }
    }

    private FilingUnit unit(Product product) {
        return units.of(product.unit());
    }
}
