/**
 * A bundle that {@code ./torg bench} installs in the server that it measures: what Torg is compared with, in the same
 * process, on the same database. No part of any distribution.
 */
package org.torg.benchmarks.server;
