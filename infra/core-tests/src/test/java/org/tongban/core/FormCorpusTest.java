package org.tongban.core;

import org.tongban.testkit.FormCorpus;

class FormCorpusTest extends FormCorpus {}
