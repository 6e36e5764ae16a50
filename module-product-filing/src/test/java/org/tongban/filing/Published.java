package org.tongban.filing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.tongban.core.web.Transactions;
import org.tongban.filing.publicdata.FiledProduct;
import org.tongban.filing.publicdata.FiledProduct.PublicPatent;
import org.tongban.filing.publicdata.PublishProduct;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;

/** Products put before the public as a filing puts them there, without the steps of one; found over HTTP. */
final class Published {
    static final String PRODUCTS = FilingSteps.PLATFORM + "/public/products";

    private final Tongban tongban;
    private final Api anyone;
    private int last;

    Published(Tongban tongban) {
        this.tongban = tongban;
        this.anyone = tongban.anonymous();
    }

    /** A product of a unit, in no particular province. */
    UUID add(String name, String unit) {
        return add(name, unit, "410000", "", List.of());
    }

    UUID add(String name, String unit, String division, String introduction, List<PublicPatent> patents) {
        var id = UUID.randomUUID();
        var fields = (ObjectNode) Api.json("{'model': 'PB-1', 'categoryCode': '98010101', 'industryCode': '39'}");
        fields.put("name", name).put("introduction", introduction);
        var filed = new FiledProduct(
                id,
                name,
                unit,
                "12410100000000019R",
                division,
                2025,
                LocalDate.of(2026, 11, 20),
                "CP2026-9%06d-0".formatted(++last),
                Instant.parse("2026-11-20T02:00:00Z"),
                "product-filing/product@1",
                fields,
                patents);
        tongban.context().getBean(Transactions.class).write(() -> {
            tongban.context().getBean(PublishProduct.class).publish(filed);
            return id;
        });
        return id;
    }

    void withdraw(UUID product) {
        tongban.context().getBean(Transactions.class).write(() -> {
            tongban.context().getBean(PublishProduct.class).withdraw(product);
            return product;
        });
    }

    /** The answer to a text with more parameters, each with its ampersand before it. */
    Answer search(String text, String more) {
        return anyone.get(PRODUCTS + "?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + more);
    }

    /** The names found on the first page. */
    List<String> names(String text) {
        return names(search(text, ""));
    }

    static List<String> names(Answer page) {
        if (page.status() != 200) {
            throw new AssertionError(page);
        }
        return page.json().path("items").findValuesAsText("name");
    }
}
