package org.tongban.core.review.desk;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The orders in which the queue is read (CO-47). */
public enum QueueOrder {
    @JsonProperty("newest")
    NEWEST,
    /** Of undecided cases alone, the soonest due first. */
    @JsonProperty("due")
    DUE
}
