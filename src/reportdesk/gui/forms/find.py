# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'find.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout,
    QLabel, QLineEdit, QListWidget, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_Find(object):
    def setupUi(self, Find):
        if not Find.objectName():
            Find.setObjectName(u"Find")
        Find.resize(600, 460)
        self.outer = QVBoxLayout(Find)
        self.outer.setSpacing(8)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(12, 12, 12, 12)
        self.words = QLineEdit(Find)
        self.words.setObjectName(u"words")
        self.words.setClearButtonEnabled(True)

        self.outer.addWidget(self.words)

        self.step_row = QHBoxLayout()
        self.step_row.setSpacing(8)
        self.step_row.setObjectName(u"step_row")
        self.count = QLabel(Find)
        self.count.setObjectName(u"count")

        self.step_row.addWidget(self.count)

        self.step_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.step_row.addItem(self.step_gap)

        self.previous = QPushButton(Find)
        self.previous.setObjectName(u"previous")
        self.previous.setAutoDefault(False)

        self.step_row.addWidget(self.previous)

        self.next = QPushButton(Find)
        self.next.setObjectName(u"next")
        self.next.setAutoDefault(False)

        self.step_row.addWidget(self.next)


        self.outer.addLayout(self.step_row)

        self.results = QListWidget(Find)
        self.results.setObjectName(u"results")
        self.results.setSpacing(2)
        self.results.setFrameShape(QFrame.Shape.NoFrame)
        self.results.setTextElideMode(Qt.TextElideMode.ElideRight)

        self.outer.addWidget(self.results)

        self.replace_row = QHBoxLayout()
        self.replace_row.setSpacing(8)
        self.replace_row.setObjectName(u"replace_row")
        self.by = QLineEdit(Find)
        self.by.setObjectName(u"by")
        self.by.setClearButtonEnabled(True)

        self.replace_row.addWidget(self.by)

        self.replace = QPushButton(Find)
        self.replace.setObjectName(u"replace")
        self.replace.setAutoDefault(False)

        self.replace_row.addWidget(self.replace)

        self.replace_all = QPushButton(Find)
        self.replace_all.setObjectName(u"replace_all")
        self.replace_all.setAutoDefault(False)

        self.replace_row.addWidget(self.replace_all)


        self.outer.addLayout(self.replace_row)

        QWidget.setTabOrder(self.words, self.by)
        QWidget.setTabOrder(self.by, self.replace)
        QWidget.setTabOrder(self.replace, self.replace_all)
        QWidget.setTabOrder(self.replace_all, self.previous)
        QWidget.setTabOrder(self.previous, self.next)
        QWidget.setTabOrder(self.next, self.results)

        self.retranslateUi(Find)

        QMetaObject.connectSlotsByName(Find)
    # setupUi

    def retranslateUi(self, Find):
        Find.setWindowTitle(QCoreApplication.translate("Find", u"\u67e5\u627e\u548c\u66ff\u6362", None))
#if QT_CONFIG(accessibility)
        self.words.setAccessibleName(QCoreApplication.translate("Find", u"\u8981\u627e\u7684\u5b57", None))
#endif // QT_CONFIG(accessibility)
        self.words.setPlaceholderText(QCoreApplication.translate("Find", u"\u683c\u5b50\u540d\u79f0\u3001\u6570\u5b57\u6216\u6587\u5b57\uff0c\u51e0\u4e2a\u8bcd\u7528\u7a7a\u683c\u9694\u5f00\uff0c\u5982\uff1a\u4e0d\u4e88\u516c\u5f00 \u79d1\u7814", None))
        self.previous.setText(QCoreApplication.translate("Find", u"\u4e0a\u4e00\u5904", None))
        self.next.setText(QCoreApplication.translate("Find", u"\u4e0b\u4e00\u5904", None))
#if QT_CONFIG(accessibility)
        self.results.setAccessibleName(QCoreApplication.translate("Find", u"\u627e\u5230\u7684\u5730\u65b9", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.by.setAccessibleName(QCoreApplication.translate("Find", u"\u66ff\u6362\u6210", None))
#endif // QT_CONFIG(accessibility)
        self.by.setPlaceholderText(QCoreApplication.translate("Find", u"\u6b63\u6587\u91cc\u66ff\u6362\u6210\uff08\u7a7a\u7740\u5c31\u662f\u5220\u53bb\uff09", None))
        self.replace.setText(QCoreApplication.translate("Find", u"\u66ff\u6362\u8fd9\u4e00\u5904", None))
        self.replace_all.setText(QCoreApplication.translate("Find", u"\u5168\u90e8\u66ff\u6362\u2026", None))
    # retranslateUi

