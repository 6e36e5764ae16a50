package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tongban.core.task.TaskBody;
import org.tongban.core.web.Transactions;
import org.tongban.filing.publicdata.PublishProduct;
import org.tongban.filing.publicdata.PublishProduct.PublicRecognition;
import org.tongban.testkit.Rows;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Products that were indexed while fewer traditional characters were known. */
@TongbanTest
@Tag("PF-70")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductFoldingTest {
    private static final String COPIES = "齿锥仪抄本";

    private final Tongban tongban;
    private final Published published;

    ProductFoldingTest(Tongban tongban) {
        this.tongban = tongban;
        tongban.clock().moveTo(Tongban.MOMENT);
        this.published = new Published(tongban);
    }

    @AfterAll
    void removeCopies() {
        Rows.change(tongban, "delete from product_filing.public_product where name = ?", COPIES);
    }

    /** As a folding left it that did not know 齒 and 錐. */
    private void foldAsBefore(UUID id) {
        Rows.change(tongban, """
            update product_filing.public_product
               set search_text = translate(search_text, '齿锥', '齒錐'), folding = 0,
                   grams = array(select translate(token, '齿锥', '齒錐') from unnest(grams) as token)
             where id = ?
            """, id);
        Rows.change(tongban, """
            update product_filing.public_name n set folded = translate(n.folded, '齿锥', '齒錐')
              from product_filing.public_product p
             where p.id = ? and (n.of_unit, n.shown) in ((false, p.name), (true, p.unit_name))
            """, id);
    }

    private void fold() {
        tongban.context().getBeansOfType(TaskBody.class).stream()
                .filter(body -> body.task().equals("product-filing.fold-products"))
                .forEach(TaskBody::run);
    }

    private List<String> suggested(String begun) {
        return tongban.anonymous()
                .get(Published.PRODUCTS + "/suggestions?q=" + begun)
                .json()
                .path("items")
                .findValuesAsText("text");
    }

    @Test
    void are_found_and_suggested_again_after_the_task() {
        foldAsBefore(published.add("齒錐檢測儀", "德陽齒輪廠"));
        // The question is folded as today.
        assertThat(published.names("齿锥检测")).isEmpty();
        assertThat(published.names("齒錐檢測")).isEmpty();

        fold();

        for (var asked : List.of("齿锥检测", "齒錐檢測", "德阳齿轮厂")) {
            assertThat(published.names(asked)).as(asked).contains("齒錐檢測儀");
        }
        assertThat(suggested("chizhuijiance")).containsExactly("齒錐檢測儀");
        assertThat(suggested("czjcy")).contains("齒錐檢測儀");
        assertThat(suggested("deyangchilun")).containsExactly("德陽齒輪廠");
    }

    @Test
    void are_found_by_state_and_certificate_as_before() {
        var id = published.add("齒錐磨床", "測試院");
        var recognised = new PublicRecognition(
                true,
                LocalDate.of(2026, 10, 1),
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2029, 10, 31),
                "RD2026-7654321-0");
        tongban.context().getBean(Transactions.class).write(() -> {
            tongban.context().getBean(PublishProduct.class).show(Map.of(id, Optional.of(recognised)));
            return id;
        });
        foldAsBefore(id);

        fold();

        assertThat(Published.names(published.search("齿锥磨床", "&state=recognised")))
                .containsExactly("齒錐磨床");
        assertThat(Published.names(published.search("RD2026-7654321-0", ""))).containsExactly("齒錐磨床");
        assertThat(Published.names(published.search("齿锥磨床", "&state=filed"))).isEmpty();
    }

    @Test
    void are_all_reached_batch_by_batch_and_then_left_alone() {
        var id = published.add(COPIES, "測試院");
        foldAsBefore(id);
        Rows.change(tongban, """
            insert into product_filing.public_product (
                   id, position, name, unit_name, uscc, division, state, data_year, filed_on, filing_number, product,
                   patents, search_text, grams, changed_at, folding)
            select gen_random_uuid(), gen_random_uuid(), name, unit_name, uscc, division, state, data_year, filed_on,
                   filing_number, product, patents, search_text, grams, changed_at, 0
              from product_filing.public_product, generate_series(1, 450)
             where id = ?
            """, id);

        fold();

        var counted = published.search("齿锥仪抄本", "&count=true");
        assertThat(counted.json().path("total").asInt()).isEqualTo(451);
        var path = Published.PRODUCTS + "/" + id;
        var etag = tongban.anonymous().get(path).etag();
        fold();
        assertThat(tongban.anonymous().get(path).etag()).isEqualTo(etag);
    }
}
