package org.tongban.template.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.form.Documents;
import org.tongban.core.identifier.SearchGrams;
import org.tongban.core.module.Title;
import org.tongban.core.publicdata.PublicCollectionSource;
import org.tongban.core.publicdata.PublicPage;
import org.tongban.core.publicdata.PublicQuery;
import org.tongban.core.publicdata.PublicRecord;
import org.tongban.core.publicdata.PublicRecord.Field;
import org.tongban.core.publicdata.PublicRecord.Section;
import org.tongban.core.web.Keyset;
import org.tongban.template.TemplateProgrammeModule;

/** The approved proposals, which anyone may search, newest first. */
@Singleton
class ApprovedProposals implements PublicCollectionSource {
    private final ProposalRepository proposals;

    ApprovedProposals(ProposalRepository proposals) {
        this.proposals = proposals;
    }

    @Override
    public String collection() {
        return TemplateProgrammeModule.PROPOSALS;
    }

    @Override
    public PublicPage search(PublicQuery query) {
        var grams = SearchGrams.asked(query.text(), List.of());
        var words = SearchGrams.words(query.text()).stream()
                .map(word -> "%" + word + "%")
                .toArray(String[]::new);
        var found = Keyset.page(
                        Keyset.place(query.cursor()),
                        query.limit(),
                        (edge, most) -> proposals.publicBelow(grams, words, edge, most),
                        (edge, most) -> proposals.publicAbove(grams, words, edge, most),
                        Proposal::id,
                        ApprovedProposals::record)
                .counted(query.count(), most -> proposals.countPublic(grams, words, most));
        boolean more = found.totalAtLeast() != null;
        return new PublicPage(
                found.items(),
                found.nextCursor(),
                found.prevCursor(),
                more ? found.totalAtLeast() : found.total(),
                more);
    }

    @Override
    public Optional<PublicRecord> find(UUID id) {
        return proposals
                .ofId(id)
                .filter(proposal -> proposal.state() == ProposalState.APPROVED)
                .map(ApprovedProposals::record);
    }

    @Override
    public Map<String, Long> counts() {
        return Map.of();
    }

    /** Names each field that the public may read: what a form gains later stays hidden until it is added here. */
    private static PublicRecord record(Proposal proposal) {
        var document = Documents.read(proposal.document());
        var fields = List.of(
                field("number", "编号", "Number", Objects.requireNonNull(proposal.number())),
                field("years", "起止年份", "Years", years(document)),
                field("summary", "简介", "Summary", document.path("summary").asText()));
        return new PublicRecord(
                proposal.id(),
                document.path("name").asText(),
                proposal.state().code(),
                proposal.state().title(),
                new Title("已通过审核。", "It passed its review."),
                fields.subList(0, 2),
                List.of(new Section(new Title("申请内容", "Proposal"), fields, null)),
                List.of(),
                proposal.changedAt());
    }

    private static String years(JsonNode document) {
        return document.path("firstYear").asInt() + "–"
                + document.path("lastYear").asInt();
    }

    private static Field field(String code, String zh, String en, String value) {
        return new Field(code, new Title(zh, en), new Title(value, value));
    }
}
