# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'about.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout,
    QLabel, QPlainTextEdit, QPushButton, QSizePolicy,
    QSpacerItem, QTabWidget, QVBoxLayout)

class Ui_About(object):
    def setupUi(self, About):
        if not About.objectName():
            About.setObjectName(u"About")
        About.resize(640, 480)
        self.outer = QVBoxLayout(About)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(20, 20, 20, 16)
        self.lead = QLabel(About)
        self.lead.setObjectName(u"lead")
        self.lead.setTextFormat(Qt.TextFormat.PlainText)
        self.lead.setWordWrap(True)

        self.outer.addWidget(self.lead)

        self.tabs = QTabWidget(About)
        self.tabs.setObjectName(u"tabs")
        self.facts = QPlainTextEdit()
        self.facts.setObjectName(u"facts")
        self.facts.setFrameShape(QFrame.Shape.NoFrame)
        self.facts.setReadOnly(True)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard|Qt.TextInteractionFlag.TextSelectableByMouse)
        self.tabs.addTab(self.facts, "")
        self.licences = QPlainTextEdit()
        self.licences.setObjectName(u"licences")
        self.licences.setFrameShape(QFrame.Shape.NoFrame)
        self.licences.setReadOnly(True)
        self.licences.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard|Qt.TextInteractionFlag.TextSelectableByMouse)
        self.tabs.addTab(self.licences, "")

        self.outer.addWidget(self.tabs)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.copy = QPushButton(About)
        self.copy.setObjectName(u"copy")
        self.copy.setAutoDefault(False)

        self.button_row.addWidget(self.copy)

        self.folder = QPushButton(About)
        self.folder.setObjectName(u"folder")
        self.folder.setAutoDefault(False)

        self.button_row.addWidget(self.folder)

        self.outcome = QLabel(About)
        self.outcome.setObjectName(u"outcome")
        self.outcome.setTextFormat(Qt.TextFormat.PlainText)

        self.button_row.addWidget(self.outcome)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.gap)

        self.ok = QPushButton(About)
        self.ok.setObjectName(u"ok")

        self.button_row.addWidget(self.ok)


        self.outer.addLayout(self.button_row)


        self.retranslateUi(About)
        self.ok.clicked.connect(About.accept)

        self.ok.setDefault(True)


        QMetaObject.connectSlotsByName(About)
    # setupUi

    def retranslateUi(self, About):
        About.setWindowTitle(QCoreApplication.translate("About", u"\u5173\u4e8e", None))
#if QT_CONFIG(accessibility)
        self.facts.setAccessibleName(QCoreApplication.translate("About", u"\u7248\u672c\u3001\u683c\u5f0f\u548c\u8d44\u6599\u7684\u4f4d\u7f6e", None))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.facts), QCoreApplication.translate("About", u"\u7a0b\u5e8f", None))
#if QT_CONFIG(accessibility)
        self.licences.setAccessibleName(QCoreApplication.translate("About", u"\u8bb8\u53ef", None))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.licences), QCoreApplication.translate("About", u"\u8bb8\u53ef", None))
        self.copy.setText(QCoreApplication.translate("About", u"\u590d\u5236", None))
#if QT_CONFIG(tooltip)
        self.copy.setToolTip(QCoreApplication.translate("About", u"\u590d\u5236\u6b63\u5728\u770b\u7684\u4e00\u9875", None))
#endif // QT_CONFIG(tooltip)
        self.folder.setText(QCoreApplication.translate("About", u"\u6253\u5f00\u8d44\u6599\u6587\u4ef6\u5939", None))
#if QT_CONFIG(tooltip)
        self.folder.setToolTip(QCoreApplication.translate("About", u"\u5907\u4efd\u3001\u6ca1\u4fdd\u5b58\u7684\u5185\u5bb9\u548c\u65e5\u5fd7\u90fd\u5728\u90a3\u91cc", None))
#endif // QT_CONFIG(tooltip)
        self.ok.setText(QCoreApplication.translate("About", u"\u5173\u95ed", None))
    # retranslateUi

