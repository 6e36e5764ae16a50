package org.tongban.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What must hold in the database and the store at any moment, whatever ended before it; each query finds what breaks it. */
final class Invariants {
    private static final Map<String, String> BROKEN = new LinkedHashMap<>();

    static {
        BROKEN.put("a product in review has one open case, any other none", """
            select p.id from product_filing.product p
            where (p.state = 'IN_REVIEW') <> (1 = (select count(*) from core.review_case c
                where c.subject = p.id and c.state in ('open', 'claimed')))\
            """);
        BROKEN.put("a case begins with its submission, audited once", """
            select c.subject from core.review_case c group by c.subject
            having count(*) <> (select count(*) from core.audit_record a
                where a.subject_id = c.subject and a.action = 'product-filing.product.submit')
                or count(*) <> (select count(*) from core.review_history h
                    join core.review_case o on o.id = h.review_case
                    where o.subject = c.subject and h.action = 'submit')\
            """);
        BROKEN.put("a submission has its case", """
            select a.subject_id from core.audit_record a where a.action = 'product-filing.product.submit'
                and not exists (select 1 from core.review_case c where c.subject = a.subject_id)\
            """);
        BROKEN.put("a product is created and audited once", """
            select p.id from product_filing.product p
            where 1 <> (select count(*) from core.audit_record a
                where a.subject_id = p.id and a.action = 'product-filing.product.create')\
            """);
        BROKEN.put("a product that was posted with a key has its answer stored", """
            select p.id from product_filing.product p
            where not exists (select 1 from core.idempotency_key k
                where k.location = '/api/product-filing/v1/products/' || p.id)\
            """);
        BROKEN.put("a stored answer has its product", """
            select k.key from core.idempotency_key k
            where k.location like '/api/product-filing/v1/products/%'
                and not exists (select 1 from product_filing.product p
                    where k.location = '/api/product-filing/v1/products/' || p.id)\
            """);
        BROKEN.put("a closed case has one decision, audited once", """
            select c.id from core.review_case c
            where (case when c.state in ('approved', 'returned') then 1 else 0 end)
                <> (select count(*) from core.audit_record a
                    where a.subject_id = c.id and a.action = 'platform.review.decide')
                or (case when c.state in ('approved', 'returned') then 1 else 0 end)
                <> (select count(*) from core.review_history h
                    where h.review_case = c.id and h.action in ('approve', 'return'))\
            """);
        BROKEN.put("a filed product is published, told once and announced once, any other is not", """
            select p.id from product_filing.product p
            where (case when p.state = 'FILED' then 1 else 0 end) <> all (array[
                (select count(*) from product_filing.public_product o where o.id = p.id),
                (select count(*) from core.event e
                    where e.aggregate = p.id and e.type = 'product-filing.product-filed'),
                (select count(*) from core.review_case c where c.subject = p.id and c.state = 'approved')])\
            """);
        BROKEN.put("each decision sends one message", """
            select t.id from (values ('filing.filed', 'approved'), ('filing.returned', 'returned')) t(id, state)
            where (select count(*) from core.message m where m.template = t.id)
                <> (select count(*) from core.review_case c where c.state = t.state)\
            """);
        BROKEN.put("a picture of a submitted product is kept with it", """
            select p.id from product_filing.product p
            where p.state in ('IN_REVIEW', 'FILED') and not exists (select 1 from core.file f
                where f.id::text = p.product ->> 'mainPicture' and f.record_id = p.id and f.sealed_at is not null)\
            """);
    }

    private Invariants() {}

    /** What is broken now, each with its rule. */
    static List<String> broken(Site site) throws SQLException, IOException {
        var found = new ArrayList<String>();
        for (var rule : BROKEN.entrySet()) {
            site.rows(rule.getValue()).forEach(id -> found.add("not so: " + rule.getKey() + ": " + id));
        }
        var objects = new HashSet<>(site.objects());
        var rows = new HashSet<>(site.rows("select storage_key from core.file"));
        site.rows("select storage_key from core.file where state = 'CLEAN' and doomed_at is null").stream()
                .filter(key -> !objects.contains(key))
                .forEach(key -> found.add("not so: a clean file has its object: " + key));
        objects.stream()
                .filter(key -> !rows.contains(key))
                .forEach(key -> found.add("not so: an object has its row: " + key));
        return found;
    }
}
