package io.portolan.stories;

/**
 * One row that is to be run.
 *
 * @param point where it is to be killed; null means that it is left alone, for comparison
 */
record ChaosJob(String bank, KillPoint point) { }
