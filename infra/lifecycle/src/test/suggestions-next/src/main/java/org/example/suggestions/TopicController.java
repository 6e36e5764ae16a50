package org.example.suggestions;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.tongban.core.web.Open;
import org.tongban.core.web.Read;

/** What suggestions are about. */
@Controller("/api/suggestions/v1/topics")
class TopicController {
    private final TopicRepository topics;

    TopicController(TopicRepository topics) {
        this.topics = topics;
    }

    /** Topics by name. */
    @Serdeable
    record TopicList(List<String> items) {}

    /** The topics there are. */
    @Open
    @Read
    @Get
    TopicList listTopics() {
        return new TopicList(topics.topics());
    }
}
