package org.tongban.filing.publicdata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The pictures of products that the public may see. */
@Singleton
public class PublicPictures {
    private static final String FILES = "/api/platform/v1/public/files/";
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final PublicProductRepository products;

    PublicPictures(PublicProductRepository products) {
        this.products = products;
    }

    /** The pictures of a product, the main one first; none where it is not public. */
    public List<UUID> of(UUID product) {
        return products.ofId(product).map(row -> in(read(row.product()))).orElse(List.of());
    }

    /** Where those of public fields are read, the main one first. */
    public static List<String> addresses(JsonNode fields) {
        return in(fields).stream().map(UUID::toString).map(FILES::concat).toList();
    }

    static List<UUID> in(JsonNode fields) {
        var pictures = new ArrayList<UUID>();
        var main = fields.path("mainPicture").textValue();
        if (main != null) {
            pictures.add(UUID.fromString(main));
        }
        fields.path("otherPictures").forEach(picture -> pictures.add(UUID.fromString(picture.asText())));
        return pictures;
    }

    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a row of the read model cannot be read", damaged);
        }
    }
}
