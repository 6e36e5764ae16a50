package org.tongban.filing.unit;

/** Where a unit's real-name verification stands (PF-7). */
public enum UnitState {
    PENDING_REVIEW,
    RETURNED,
    VERIFIED
}
