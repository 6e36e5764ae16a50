package org.tongban.trial;

import com.fasterxml.jackson.databind.JsonNode;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Checklists;
import org.tongban.testkit.Tongban;

/** Steps with notes that many tests take. */
public final class Notes {
    /** Where notes are. */
    public static final String PATH = "/api/trial/v1/notes";

    private Notes() {}

    /** A body that is right. */
    public static JsonNode body(String name) {
        return Api.json("{'name': '%s', 'amount': 12}".formatted(name));
    }

    /** Writes a note and answers its path. */
    public static String written(Api api, String name) {
        return PATH + "/"
                + right(api.post(PATH, body(name)), 201).json().path("id").asText();
    }

    /** Writes and submits a note and answers the case's number. */
    public static String submitted(Api api, String name) {
        return number(api, written(api, name));
    }

    /** Submits the note at the path and answers the case's number. */
    public static String number(Api api, String path) {
        return right(api.post(path + "/submit"), 200).json().path("number").asText();
    }

    /** The path of the case of this number, as a reviewer finds it. */
    public static String review(Api reviewer, String number) {
        var items = right(reviewer.get("/api/platform/v1/reviews?number=" + number), 200)
                .json()
                .path("items");
        return "/api/platform/v1/reviews/" + items.path(0).path("id").asText();
    }

    /** Claims a case and decides it. */
    public static Answer decided(Api reviewer, String review, String decision) {
        right(reviewer.post(review + "/claim"), 200);
        return decidedClaimed(reviewer, review, "{'decision': '%s', 'reason': 'clear'}".formatted(decision));
    }

    /** Decides a claimed case, every point of its checklist ticked. */
    public static Answer decidedClaimed(Api reviewer, String review, String decision) {
        return reviewer.post(review + "/decision", Checklists.ticked(reviewer, review, Api.json(decision)));
    }

    /** Writes a note, submits it and has it approved; answers its path. */
    public static String approved(Tongban tongban, Api api, String name) {
        var path = written(api, name);
        var reviewer = tongban.as("reviewer");
        right(decided(reviewer, review(reviewer, number(api, path)), "approve"), 200);
        return path;
    }

    /** Writes a note and submits it for this type of review in a province; answers the case's number. */
    public static String staged(Api api, String name, String region) {
        var path = written(api, name);
        return right(api.post(path + "/submit?type=" + TrialModule.STAGED + "&region=" + region), 200)
                .json()
                .path("number")
                .asText();
    }

    /** The path of an applicant's own case of this number. */
    public static String mine(Api api, String number) {
        var items = right(api.get("/api/platform/v1/me/cases?number=" + number), 200)
                .json()
                .path("items");
        return "/api/platform/v1/me/cases/" + items.path(0).path("id").asText();
    }

    /** The answer, where it has this status. */
    public static Answer right(Answer answer, int status) {
        if (answer.status() != status) {
            throw new AssertionError(answer.toString());
        }
        return answer;
    }
}
